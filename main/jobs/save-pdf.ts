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
    if (facts === undefined) return undefined;
    const { id: ceremonyId, mode, key, material, custody } = facts;
    // Where no key material took part, there is none to import again.
    if (material === 'none' || custody === 'none') return undefined;
    const receiver = usedBy(facts);
    return { kind: 'successor-card', mode, ceremonyId, key, material, custody, receiver, ...made };
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

function pdfName(document: SavedDocument): string {
  const isHandOver = document.kind === 'hand-over';
  const mode = isHandOver ? document.handOver.mode : document.mode;
  const { alias, keyId } = isHandOver ? document.handOver : document.key;
  const of = inFileName(alias ?? keyId ?? '');
  const name = `${isHandOver ? 'Key hand-over' : 'Successor card'}${of === '' ? '' : ` ${of}`}.pdf`;
  return fileNamed(name, mode === 'practice');
}
