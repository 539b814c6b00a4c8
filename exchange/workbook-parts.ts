import { strFromU8, strToU8 } from 'fflate';
import { plainText } from './markup-tags.ts';
import { addRelation, readRelations, relationsPartOf } from './package-relations.ts';
import type { WorkbookPackage } from './workbook-package.ts';

const contentTypesPart = '[Content_Types].xml';
/** Content types of the parts added here, by the last word of their relation. */
const contentTypes: Readonly<Record<string, string>> = {
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  chart: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
};

/** The parts of an .xlsx file while it is changed. */
export class WorkbookParts {
  readonly all: Map<string, Uint8Array>;

  constructor(parts: WorkbookPackage) {
    this.all = new Map(Object.entries(parts));
  }

  text(name: string): string | undefined {
    const part = this.all.get(name);
    return part === undefined ? undefined : strFromU8(part);
  }

  write(name: string, markup: string): void {
    this.all.set(name, strToU8(markup));
  }

  /** Takes a part away, and what is said of its content. The relation that leads to it is its owner's. */
  remove(name: string): void {
    this.all.delete(name);
    const types = this.text(contentTypesPart) ?? '';
    this.write(
      contentTypesPart,
      types.replaceAll(/<(?:\w+:)?Override\b[^>]*>/gu, (override) => (override.includes(`PartName="/${name}"`) ? '' : override)),
    );
  }

  /** Where the workbook itself, its worksheets and its styles are. A workbook without styles gets a place for them. */
  layOut(): {
    readonly book: string;
    readonly sheets: readonly { readonly name: string; readonly part: string }[];
    readonly stylesPart: string;
  } {
    const book = readRelations('', this.text('_rels/.rels')).find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
    const related = readRelations(book, this.text(relationsPartOf(book)));
    const sheets = [...(this.text(book) ?? '').matchAll(/<(?:\w+:)?sheet\b([^>]*)>/gu)].flatMap(([, attributes = '']) => {
      const name = plainText(/\bname="([^"]*)"/u.exec(attributes)?.[1] ?? '');
      const id = /\b\w+:id="([^"]*)"/u.exec(attributes)?.[1];
      const part = related.find((relation) => relation.id === id)?.target;
      return part === undefined ? [] : [{ name, part }];
    });
    const stylesPart = related.find(({ type }) => type === 'styles')?.target ?? this.relate(book, 'styles', 'xl/styles', '.xml').part;
    return { book, sheets, stylesPart };
  }

  /** Makes room for a new part that belongs to another one, and says what it is. */
  relate(owner: string, type: string, stem: string, ending: string): { readonly part: string; readonly id: string } {
    let number = 1;
    while (this.all.has(`${stem}${number}${ending}`)) number++;
    const part = `${stem}${number}${ending}`;
    const { markup, id } = addRelation(owner, this.text(relationsPartOf(owner)), type, part);
    this.write(relationsPartOf(owner), markup);
    const override = `<Override PartName="/${part}" ContentType="${contentTypes[type] ?? 'application/xml'}"/>`;
    const types = this.text(contentTypesPart) ?? '';
    const prefix = /<(\w+:)?Types\b/u.exec(types)?.[1] ?? '';
    this.write(
      contentTypesPart,
      types.replace(`</${prefix}Types>`, () => `${override.replace('<', `<${prefix}`)}</${prefix}Types>`),
    );
    return { part, id };
  }
}
