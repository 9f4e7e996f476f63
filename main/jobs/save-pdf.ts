import type { JobFacts } from '../records/record-events';
import { visible } from '../records/record-parts';
import type { Dialogs } from '../platform/dialogs';
import type { HandOverView } from '../shared/views/aws';
import type { Picked, RequestOf } from '../shared/contract';
import { definedOnly } from '../shared/defined-only';
import { localError } from '../shared/errors';
import { fileNamed, inFileName } from '../shared/file-names';
import type { PrintedDocument, PrintPdf, SuccessorFacts } from '../shared/printed-document';
import { err, ok, type Result } from '../shared/result';
import type { SavedOneView } from '../shared/views/saved';
import type { SavedFiles } from '../platform/files/saved-files';
import type { FileToSave } from '../platform/files/save-files';
import { saveOneFile } from '../platform/files/save-one-file';

export interface SavePdfPorts {
  readonly findHandOver: (handle: string) => HandOverView | undefined;
  /** A finished run, or the saved files of the offline job. */
  readonly find: (handle: string) => JobFacts | undefined;
  readonly dialogs: Pick<Dialogs, 'pickPdfFile'>;
  readonly printPdf: PrintPdf;
  readonly savedFiles: Pick<SavedFiles, 'keep'>;
  readonly now: () => Date;
  readonly appVersion: string;
}

/** The PDF of a record is saved only together with its file. */
type SavedDocument = Exclude<PrintedDocument, { readonly kind: 'record' }>;

/** PDFs that are saved by themselves; that of the record is saved with the record. */
export function createSavePdf(ports: SavePdfPorts) {
  function documentOf(request: RequestOf<'savePdf'>): SavedDocument | undefined {
    const made = { madeAt: ports.now().toISOString(), madeBy: `Keyferry ${ports.appVersion}` };
    if (request.document === 'hand-over') {
      const handOver = ports.findHandOver(request.of);
      return (
        handOver && {
          kind: 'hand-over',
          handOver,
          ...definedOnly({ contact: contactOf(request.contact) }),
          ...made,
        }
      );
    }
    const facts = ports.find(request.of);
    return facts && successorCard(facts, made);
  }

  /** Asks for a place, prints and saves. Errors: run.gone, print.failed, save.*. */
  async function savePdf(request: RequestOf<'savePdf'>): Promise<Result<Picked<SavedOneView>>> {
    const document = documentOf(request);
    if (document === undefined) return err(localError('save', 'run.gone', undefined, 'no'));
    const path = await ports.dialogs.pickPdfFile(pdfName(document));
    if (path === undefined) return ok({ picked: false });
    const pdf = await ports.printPdf(document);
    return pdf.ok ? await saveOneFile(path, pdf.value, ports.savedFiles) : pdf;
  }

  return { verbs: { savePdf } };
}

/** Undefined where no key material took part: there is none to import again. */
function successorCard(
  facts: JobFacts,
  made: { readonly madeAt: string; readonly madeBy: string },
): (SavedDocument & { readonly kind: 'successor-card' }) | undefined {
  const { id: ceremonyId, mode, key, material, custody } = facts;
  if (material === 'none' || custody === 'none') return undefined;
  return {
    kind: 'successor-card',
    mode,
    ceremonyId,
    key,
    material,
    custody,
    receiver: usedBy(facts),
    ...made,
  };
}

function usedBy({ receiver }: JobFacts): SuccessorFacts['receiver'] {
  if (receiver === 'none') return receiver;
  const { name, handOver = [] } = receiver;
  return { name, mayUseAlias: handOver.some(({ fact }) => fact === 'alias-arn') };
}

/** SECURITY: characters that nobody sees could hide on paper what the contact really is. */
function contactOf(typed: string | undefined): string | undefined {
  const contact = visible((typed ?? '').normalize('NFC').trim());
  return contact === '' ? undefined : contact;
}

/** The card of work that is done, to be saved beside its record; undefined where there is none, or no printer. */
export async function printCard(
  facts: JobFacts,
  { now, appVersion, printPdf }: Pick<SavePdfPorts, 'now' | 'appVersion' | 'printPdf'>,
  taken: ReadonlySet<string>,
): Promise<FileToSave | undefined> {
  const made = { madeAt: now().toISOString(), madeBy: `Keyferry ${appVersion}` };
  const card = successorCard(facts, made);
  const pdf = card && (await printPdf(card));
  if (card === undefined || pdf?.ok !== true) return undefined;
  return { name: untakenName((more) => pdfName(card, more), taken), bytes: pdf.value };
}

/** Keys may have the same name in several Regions. @param taken names of what is saved together */
export function untakenName(named: (more: string) => string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = named(count === 1 ? '' : ` ${count}`);
    if (!taken.has(name)) return name;
  }
}

/** @param more distinguishes documents that would have the same name */
function pdfName(document: SavedDocument, more = ''): string {
  const isHandOver = document.kind === 'hand-over';
  const mode = isHandOver ? document.handOver.mode : document.mode;
  const { alias, keyId } = isHandOver ? document.handOver : document.key;
  const of = inFileName(alias ?? keyId ?? '');
  const name = `${isHandOver ? 'Key hand-over' : 'Successor card'}${of === '' ? '' : ` ${of}`}${more}.pdf`;
  return fileNamed(name, mode === 'practice');
}
