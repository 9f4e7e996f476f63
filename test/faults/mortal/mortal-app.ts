import type { Reach } from '../../../main/aws/open-session';
import { createRequestHandler } from '../../../main/aws/transport/request-handler';
import { createRunJournal } from '../../../main/run/journal';
import { createStateFiles } from '../../../main/platform/notes/state-files';
import { actOn } from '../../helpers/act-work';
import { importOnceMore } from '../../helpers/again-work';
import { createBench, shownOf, valueOf } from '../../helpers/ceremony-bench';
import { offlineApp } from '../../helpers/offline-app';
import { rotateWithCopy } from '../../helpers/rotate-work';
import { revokeOn } from '../../helpers/revoke-work';
import { makeShares, shares } from '../material-in-shares';
import { mortalFiles } from './mortal-files';
import type { LastWords, Order } from './order';
import { testNoteKey } from '../../helpers/note-keys';

/** The jobs that change AWS, with an AWS that outlives this process. */
async function benchAt(url: string, journal: ReturnType<typeof createRunJournal>) {
  const requestHandler = createRequestHandler({
    proxy: { choice: { kind: 'none' }, environment: {}, resolveProxy: () => Promise.resolve('DIRECT') },
  });
  const reach: Reach = (_service, region) => ({
    region,
    endpoint: url,
    requestHandler,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
  });
  return await createBench({}, { mode: 'aws', journal, reach });
}

/** @returns how many notes were written; a process that is killed reports nothing. */
async function live(order: Order): Promise<LastWords> {
  const { mortal, writes } = mortalFiles(createStateFiles(order.notes), order.notes, order.kill);
  switch (order.job) {
    case 'create-and-import': {
      const bench = await benchAt(order.url, createRunJournal(mortal, testNoteKey));
      const { material } = await makeShares(bench, order.copy);
      await bench.create({ material });
      break;
    }
    case 'finish-import': {
      const bench = await benchAt(order.url, createRunJournal(mortal, testNoteKey));
      const { handle } = shownOf(await bench.readReturnPackage({ files: [order.package] }));
      const { session } = bench.session.view;
      const { transfer } = order;
      valueOf(await bench.finishImport({ returned: handle, session, expiry: { kind: 'never' }, transfer }));
      break;
    }
    case 'import-again': {
      const bench = await benchAt(order.url, createRunJournal(mortal, testNoteKey));
      await importOnceMore(bench, order);
      break;
    }
    case 'rotate': {
      const bench = await benchAt(order.url, createRunJournal(mortal, testNoteKey));
      await rotateWithCopy(bench, order.keyArn, { folder: order.copy });
      break;
    }
    case 'act': {
      const bench = await benchAt(order.url, createRunJournal(mortal, testNoteKey));
      await actOn(bench, order.keyArn, order.act);
      break;
    }
    case 'revoke-receiver': {
      const bench = await benchAt(order.url, createRunJournal(mortal, testNoteKey));
      await revokeOn(bench, order.keyArn);
      break;
    }
    case 'wrap-offline': {
      const app = offlineApp({ copy: order.copy, saved: order.saved, offlineFiles: mortal });
      const { handle } = shownOf(await app.readParameters({ files: [order.parameters] }));
      const made = valueOf(await app.makeCopy(handle, shares));
      if (!made.picked) throw new Error('No place was picked.');
      valueOf(await app.wrapHeld(handle, made.value.handle));
      break;
    }
    case 'make-shares': {
      const { copy, saving } = order;
      const savingFiles = createStateFiles(saving);
      const app = offlineApp({ copy, saved: copy, offlineFiles: mortal, savingFiles });
      const { handle } = shownOf(await app.readParameters({ files: [order.parameters] }));
      const custodians = Array.from({ length: 10 }, (_, at) => `Custodian ${at + 1}`);
      valueOf(await app.makeCopy(handle, { by: 'shares', threshold: 2, custodians }));
      break;
    }
  }
  return { writes: writes() };
}

live(JSON.parse(process.argv[2] ?? '') as Order).then(
  (words) => process.stdout.write(JSON.stringify(words), () => process.exit(0)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
