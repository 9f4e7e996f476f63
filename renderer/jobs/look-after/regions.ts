import type { RequestOf } from '../../../main/shared/contract';
import type { RegionView } from '../../../main/shared/views/aws';
import type { Surroundings } from '../../sign-in/state';

/** Which Regions are to be read. */
export type RegionChoice = 'all' | readonly string[];

/** The Region that most of AWS's own examples sign in through; any of the partition will do to list all of them. */
const usualRegion = 'us-east-1';

/** The Region to sign in for; undefined while none is chosen. */
export const doorOf = (choice: RegionChoice, regions: readonly RegionView[] = []): string | undefined => {
  if (choice !== 'all') return choice[0];
  const usual = regions.find(({ code }) => code === usualRegion);
  return usual?.isForbidden ? regions.find(({ isForbidden }) => !isForbidden)?.code : usualRegion;
};

/** For all Regions, a profile is asked in its own: its partition may be another one. */
export function throughOwnRegion(
  request: RequestOf<'signIn'>,
  choice: RegionChoice,
  surroundings: Surroundings | undefined,
): RequestOf<'signIn'> {
  if (choice !== 'all' || request.by !== 'profile') return request;
  const region = surroundings?.profiles.find(({ name }) => name === request.profile)?.region;
  const isForbidden = surroundings?.regions.some(({ code, isForbidden }) => code === region && isForbidden);
  return region === undefined || isForbidden ? request : { ...request, region };
}

/** Those that can still be added: of one partition, as a sign-in holds for one. */
export function addable(regions: readonly RegionView[], chosen: readonly string[]): readonly RegionView[] {
  const partition = regions.find(({ code }) => code === chosen[0])?.partition;
  return regions.filter(
    (each) => !chosen.includes(each.code) && (partition === undefined || each.partition === partition),
  );
}
