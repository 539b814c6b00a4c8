import Docxtemplater from 'docxtemplater';
import { TemplateHandler } from 'easy-template-x';
import PizZip from 'pizzip';
import { makeDocument } from '../templates/document-kinds.ts';
import { quantityText } from '../templates/kit/quantity-text.ts';
import { taskGroupTitles } from '../templates/kit/task-group-titles.ts';
import { letter } from '../test/templates/samples.ts';
import { type LetterData, letterTemplate } from './letter-template.ts';

/** Makes one letter. What can be made ready once has been made ready before. */
export type LetterFiller = (data: LetterData) => Promise<Uint8Array>;

/** Who is measured, by name: this program first, then its peers. */
export const letterFillers: Readonly<Record<string, () => Promise<LetterFiller>>> = {
  'mingshi-desk': () =>
    Promise.resolve(async ({ studio, number, lead, hostUnit }) => {
      return (await makeDocument('commitment-letter', { ...letter, studio, number, lead, hostUnit })).bytes;
    }),
  async docxtemplater() {
    const template = await letterTemplate();
    return (data) => {
      const document = new Docxtemplater(new PizZip(template), { delimiters: { start: '{{', end: '}}' }, paragraphLoop: true });
      document.render(data);
      return Promise.resolve(document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' }));
    };
  },
  async 'easy-template-x'() {
    const template = Buffer.from(await letterTemplate());
    const handler = new TemplateHandler({ delimiters: { tagStart: '{{', tagEnd: '}}', containerTagOpen: '#', containerTagClose: '/' } });
    return async (data) => new Uint8Array(await handler.process(template, { ...data, tasks: data.tasks.map((task) => ({ ...task })) }));
  },
};

const tasks = letter.tasks.map((task) => ({
  code: task.code,
  group: taskGroupTitles[task.group],
  title: task.title,
  baseline: quantityText(task.baseline, task.unit),
  yearly: quantityText(task.yearlyTarget, task.unit),
  cycle: quantityText(task.cycleTarget, task.unit),
  evidence: task.evidence,
  schedule: task.schedule,
}));

/** What differs in the letter of this number. Names have three characters, as most have. */
export function letterData(index: number): LetterData {
  const name = `尉迟${String.fromCodePoint(0x4e00 + (index % 5000))}`;
  return { studio: `${name}小学数学名师工作室`, number: `武昌教承〔2026〕${index + 1}号`, lead: name, hostUnit: letter.hostUnit, tasks };
}
