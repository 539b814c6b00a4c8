import { basename, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { newId } from '../../db/new-id.ts';
import { documentListWorkbook } from '../../exchange/document-list.ts';
import { partsOf } from '../../policy/plain-date.ts';
import { Refusal } from '../../policy/refusal.ts';
import { documentKinds, isDocumentKindId } from '../../templates/document-kinds.ts';
import type { Context } from '../context.ts';
import type { InputOf } from '../contract/contract.ts';
import type { BatchView } from '../contract/document-batch.ts';
import { writeBeside } from '../files.ts';
import { type MadeWanted, makeWanted } from './make-documents.ts';
import { kindNamed, type Wanted, wantedOf } from './wanted-documents.ts';

/** Documents of several kinds and studios being made, one batch at a time; whoever asked looks on by its id. */
export interface Batches {
  readonly start: (request: InputOf<'startBatch'>, context: Context) => BatchView;
  readonly show: (id: string) => BatchView;
  /** Ends it after the document in hand; what was made stays, whole. */
  readonly cancel: (id: string) => BatchView;
}

interface Batch {
  view: BatchView;
  cancelled: boolean;
  /** What went wrong that nobody could foresee: thrown at whoever looks. */
  fault: unknown;
}

/** The batches of one workflow. They live as long as the process; what they made is in the register. */
export function openBatches(): Batches {
  const batches = new Map<string, Batch>();
  const batchOf = (id: string): Batch => {
    const batch = batches.get(id);
    if (batch === undefined)
      throw new Refusal('无法查看这一批文书：程序已重新启动，这一批没有继续。已生成的见「已出具的文书」，其余请重新出具。');
    return batch;
  };
  return {
    start(request, context) {
      if ([...batches.values()].some(({ view }) => view.state === 'running')) {
        throw new Refusal('无法开始：上一批文书还在生成。请等它完成，或先取消。');
      }
      const refused: MadeWanted['refused'] = [];
      const wanted = request.kinds.flatMap((kind) => wantedOrRefused(kind, request, refused, context));
      const view: BatchView = {
        id: newId(),
        state: 'running',
        total: wanted.length,
        done: 0,
        now: '',
        folder: resolve(request.folder),
        files: [],
        refused: [],
        list: null,
      };
      const batch: Batch = { view, cancelled: false, fault: undefined };
      // Only the latest is looked at again.
      batches.clear();
      batches.set(view.id, batch);
      void run(batch, wanted, refused, request, context);
      return view;
    },
    show(id) {
      const { view, fault } = batchOf(id);
      if (fault !== undefined) throw fault;
      return view;
    },
    cancel(id) {
      const batch = batchOf(id);
      batch.cancelled = true;
      return batch.view;
    },
  };
}

/** The documents of one kind; a kind nobody can make here is one refusal, and the other kinds go on. */
function wantedOrRefused(
  kind: string,
  { studioIds, year }: InputOf<'startBatch'>,
  refused: MadeWanted['refused'],
  context: Context,
): readonly Wanted[] {
  try {
    return wantedOf(kindNamed(kind), studioIds, year ?? partsOf(context.today).year, context);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    refused.push({ kind, studio: '', reason: error.message });
    return [];
  }
}

async function run(
  batch: Batch,
  wanted: readonly Wanted[],
  foreseen: MadeWanted['refused'],
  { folder, oneFile, draft }: InputOf<'startBatch'>,
  context: Context,
): Promise<void> {
  try {
    const made = await makeWanted(wanted, { folder, oneFile, draft }, context, {
      async onNext(done, now) {
        batch.view = { ...batch.view, done, now };
        // Calls that came in meanwhile are answered between two documents.
        await setImmediate();
      },
      cancelled: () => batch.cancelled,
    });
    const outcome = { files: made.files, refused: [...foreseen, ...made.refused].map((each) => ({ ...each, title: titleOf(each.kind) })) };
    const list = await writeList(outcome, folder, context);
    batch.view = { ...batch.view, ...outcome, list, state: batch.cancelled ? 'cancelled' : 'done', now: '' };
  } catch (error) {
    batch.fault = error;
    batch.view = { ...batch.view, state: 'failed' };
  }
}

function titleOf(kind: string): string {
  return isDocumentKindId(kind) ? documentKinds[kind].title : kind;
}

/** The list of what was made and what was not, beside the documents; none where there is nothing to list. */
async function writeList(
  { files, refused }: Pick<BatchView, 'files' | 'refused'>,
  folder: string,
  { seat, today }: Context,
): Promise<string | null> {
  if (files.length + refused.length === 0) return null;
  const { fileName, bytes } = await documentListWorkbook({
    department: seat.name,
    date: today,
    made: files.map(({ kind, studio, number, path, sha256 }) => ({
      title: titleOf(kind),
      studio: studio ?? '',
      number: number ?? '',
      fileName: basename(path),
      sha256,
    })),
    refused,
  });
  return writeBeside(resolve(folder), fileName, bytes);
}
