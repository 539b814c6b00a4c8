import { sexLabels } from '../../policy/qualification.ts';
import type { StudioDetail } from '../../workflow/contract/studio.ts';

type Person = StudioDetail['people'][number];

/** `男，1972-05-08 出生，54 周岁`, as far as it is known. */
export function personText({ sex, birthDate, age }: Person): string {
  return [sex === null ? '' : sexLabels[sex], birthDate === null ? '' : `${birthDate} 出生`, age === null ? '' : `${age} 周岁`]
    .filter((text) => text !== '')
    .join('，');
}

/** The honours of a person, one a line, each with its level and year. */
export function Qualifications({ person }: { readonly person: Person }) {
  if (person.qualifications.length === 0) return null;
  return (
    <ul className="plain-list">
      {person.qualifications.map(({ kindLabel, levelLabel, name, year }) => (
        <li key={`${name} ${year}`}>
          {name}
          <span className="faint">
            （{[kindLabel, levelLabel, year === null ? '' : `${year}年`].filter((text) => text !== '').join('，')}）
          </span>
        </li>
      ))}
    </ul>
  );
}
