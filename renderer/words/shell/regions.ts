import type { RegionView } from '../../../main/shared/views/aws';

export const regionWords = {
  placeholder: 'Choose a Region',
  filter: 'Find a Region by name or code',
  noMatch: 'No Region has this name or code.',
  loading: 'Loading the Regions',
} as const;

/** `Frankfurt (eu-central-1)`; only the code when the Region has no name here. */
export function regionName(code: string, regions: readonly RegionView[]): string {
  const region = regions.find((each) => each.code === code);
  return region ? `${region.name} (${code})` : code;
}
