import type { ReceiverPreset } from '../schemas/receiver';
import { bluescape } from './presets/bluescape';
import { genesysCloud } from './presets/genesys-cloud';

/** The services whose wishes are known, Bluescape first. */
export const receiverPresets: readonly ReceiverPreset[] = [bluescape, genesysCloud];

/** @returns undefined for a service that is not known by name. */
export function presetById(id: string): ReceiverPreset | undefined {
  return receiverPresets.find((preset) => preset.id === id);
}
