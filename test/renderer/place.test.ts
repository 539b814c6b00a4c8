import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, type Place, placeOf } from '../../renderer/frame/place.ts';

const text = fc.string({ minLength: 1 });
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>({ screen: 'desk' }, { screen: 'exchange' }, { screen: 'measures' }),
  fc.record({ screen: fc.constant('studios' as const), status: text }, { requiredKeys: ['screen'] }),
  fc.record({ screen: fc.constant('studio' as const), studioId: text, command: text, tab: text }, { requiredKeys: ['screen', 'studioId'] }),
  fc.record({ screen: fc.constant('round' as const), step: text, command: text, studioId: text, year: text }, { requiredKeys: ['screen'] }),
  fc.record({ screen: fc.constant('affairs' as const), command: text }, { requiredKeys: ['screen'] }),
  fc.record({ screen: fc.constant('documents' as const), kind: text, studioId: text }, { requiredKeys: ['screen'] }),
);

test('every place is found again by its address', () => {
  fc.assert(
    fc.property(place, (somewhere) => {
      expect(placeOf(addressOf(somewhere))).toEqual(somewhere);
    }),
  );
});

test('an address that is no place leads to the desk', () => {
  expect(['', '#', '#/', '#/nowhere', 'javascript:alert(1)'].filter((address) => placeOf(address).screen !== 'desk')).toEqual([]);
});

test('a studio without its id leads to the list of studios', () => {
  expect(placeOf('#/studio?command=accept')).toEqual({ screen: 'studios' });
});
