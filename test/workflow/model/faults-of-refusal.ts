import type { Refusal } from '../../../policy/refusal.ts';

/** Words that tell somebody what to do next, or what there is to choose from. */
const next = /请|须|应为|可填|只能|不再办理/u;

/** What a refusal lacks that it must have: what cannot be done, a provision, and what to do next. */
export function faultsOfRefusal({ message, article }: Refusal): readonly string[] {
  return [
    ...(/^无法\p{Script=Han}/u.test(message) ? [] : [`a refusal does not say what cannot be done: ${message}`]),
    ...(article !== undefined || /第[一二三四五六七八九十]+条/u.test(message) ? [] : [`a refusal names no provision: ${message}`]),
    ...(next.test(message) ? [] : [`a refusal does not say what to do next: ${message}`]),
  ];
}
