import { MaterialIntake } from '../../material-intake';
import { materialFile } from '../../words/material';
import type { MaterialStepContentProps } from './material-step-props';
import { canGenerate, missingMaterial } from './selectors';

export function MaterialFile({ state, intents }: MaterialStepContentProps) {
  const { file, lengthBytes } = state.draft;
  return (
    <MaterialIntake
      file={file}
      hint={canGenerate(state) ? materialFile.symmetricHint(lengthBytes ?? 32) : materialFile.privateHint}
      askedTooEarly={missingMaterial(state) === 'file' ? state.askedTooEarly : 0}
      onChoose={intents.chooseMaterialFile}
      onDrop={intents.dropMaterialFile}
    />
  );
}
