/** An ID number as it is shown until somebody asks: the region and the last four characters. Other texts are hidden whole. */
export function maskIdNumber(idNumber: string): string {
  return idNumber.length < 15
    ? '*'.repeat(idNumber.length)
    : `${idNumber.slice(0, 6)}${'*'.repeat(idNumber.length - 10)}${idNumber.slice(-4)}`;
}
