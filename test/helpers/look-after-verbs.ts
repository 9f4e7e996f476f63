import { createKeyActs, type KeyActsPorts } from '../../main/jobs/look-after/acts/key-acts';
import { createRotateKey } from '../../main/jobs/look-after/rotate-key';
import { createImportAgain, type ImportAgainPorts } from '../../main/jobs/look-after/import-again';
import { createMatchCopies, type MatchCopiesPorts } from '../../main/jobs/look-after/match-copies';
import { createLookAfter, type LookAfterPorts } from '../../main/jobs/look-after/look-after';
import { noDialogs } from './no-dialogs';
import { recordPorts } from './record-ports';

type House = Omit<LookAfterPorts, 'emit' | 'sampleKeys'> &
  Pick<ImportAgainPorts, 'custody' | 'runs'> &
  Pick<KeyActsPorts, 'custody'> &
  Pick<MatchCopiesPorts, 'custody' | 'vault'> & {
    /** Where the next file goes. */
    readonly placeOf: () => string | undefined;
  };

/** The verbs of looking after keys, as main wires them; nothing is shown of the list. */
export function lookAfterVerbs({ placeOf, ...house }: House) {
  return {
    ...createLookAfter({ ...house, emit: () => undefined, sampleKeys: () => Promise.resolve() }).verbs,
    ...createKeyActs(house).verbs,
    ...createRotateKey(house).verbs,
    ...createMatchCopies({ ...house, dialogs: noDialogs }).verbs,
    ...createImportAgain({
      ...house,
      dialogs: { pickParametersFile: () => Promise.resolve(placeOf()) },
      savedFiles: recordPorts.savedFiles,
    }).verbs,
  };
}
