/** How a department speaks of itself in its own documents: 我局, 我会, 我办; 我单位 where the name does not tell. */
export function selfReference(department: string): string {
  if (department.endsWith('局')) return '我局';
  if (department.endsWith('办公室')) return '我办';
  if (department.endsWith('会')) return '我会';
  return '我单位';
}
