import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { diceFrom } from '../workflow/model/dice.ts';

/*
 * Loaded before anything else (`node --import`), gives a process a clock and randomness that are the same in every run: ids, and with them
 * the files written, come out the same, so that a case of a seed and a number is the same file wherever it is made.
 */
const dice = diceFrom(20_260_810);
let time = Date.UTC(2026, 7, 10);

Date.now = () => {
  time += 1;
  return time;
};
crypto.randomFillSync = <Buffer extends NodeJS.ArrayBufferView>(buffer: Buffer): Buffer => {
  const bytes = new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  for (let index = 0; index < bytes.length; index++) bytes[index] = dice.below(256);
  return buffer;
};
syncBuiltinESMExports();
