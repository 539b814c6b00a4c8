import { plainDate } from '../policy/plain-date.ts';

/** What came of a list: its rows, the header left out, by what becomes of them. */
export type Outcome = Readonly<Record<string, number>>;

/** Reads lists until it is closed. */
interface ListReader {
  readonly read: (path: string) => Promise<Outcome>;
  readonly close: () => void;
}

/** Who reads an application list, by name: this program first, which previews its import; its peer only reads it. Each is loaded only in the process that measures it. */
export const listReaders: Readonly<Record<string, (register: string) => Promise<ListReader>>> = {
  async 'mingshi-desk'(register) {
    const { openWorkflow } = await import('../workflow/service.ts');
    const day = plainDate('2026-08-10');
    const { workflow, close } = openWorkflow({
      dataFolder: register,
      today: () => day,
      now: () => `${day}T01:00:00.000Z`,
      sampleWorkbook: '',
    });
    return {
      async read(path) {
        const { rows } = await workflow.previewImport({ path });
        return Object.fromEntries([...Map.groupBy(rows, ({ state }) => state)].map(([state, each]) => [state, each.length]));
      },
      close,
    };
  },
  async 'read-excel-file'() {
    const { default: readExcelFile } = await import('read-excel-file/node');
    return {
      async read(path) {
        const sheets = await readExcelFile(path);
        return { read: sheets.reduce((sum, { data }) => sum + data.length - 2, 0) };
      },
      close: () => undefined,
    };
  },
};
