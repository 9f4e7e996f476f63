import { z } from 'zod';
import { limits } from '../shared/limits';
import type { Inferred } from './inferred';

const { minCustodians, maxCustodians } = limits;
const shareCount = z.int().min(minCustodians).max(maxCustodians);

/**
 * The settings of an organisation, and the source of docs/organisation-settings.schema.json. What is absent or false
 * leaves everything as it is without a file.
 */
export const organisationSettings = z.strictObject({
  version: z.literal(1),
  copyRequired: z
    .boolean()
    .exactOptional()
    .describe('No key material is used without a copy: “no copy” cannot be chosen'),
  leastShares: z
    .strictObject({
      needed: shareCount.describe('At least so many shares restore the key material together'),
      custodians: shareCount.describe('At least so many custodians have a share each'),
    })
    .refine(({ needed, custodians }) => needed <= custodians)
    .exactOptional()
    .describe('For copies that are split into shares'),
  witnessRequired: z.boolean().exactOptional().describe('A ceremony record names a witness'),
  sha1Forbidden: z
    .boolean()
    .exactOptional()
    .describe('No key material is wrapped, or imported, with a wrapping algorithm that uses SHA-1'),
  clearExportForbidden: z
    .boolean()
    .exactOptional()
    .describe('Key material that was generated is not saved in clear'),
  practiceOnly: z
    .boolean()
    .exactOptional()
    .describe('Nobody signs in to AWS, and nothing real is wrapped: only practice'),
  allowedAccounts: z
    .array(z.string().regex(/^\d{12}$/))
    .min(1)
    .max(200)
    .exactOptional()
    .describe('AWS account IDs: nobody signs in to another one, or wraps key material for it'),
  allowedRegions: z
    .array(z.string().regex(/^([a-z]+-){2,3}\d+$/))
    .min(1)
    .max(limits.maxListedRegions)
    .exactOptional()
    .describe('Codes of AWS Regions: no key of another one is made, opened or replicated to'),
  fipsOnly: z.boolean().exactOptional().describe('AWS is called at its FIPS endpoints only'),
  proxy: z
    .string()
    .regex(/^(?:none|https?:\/\/[^\s/@?#]+\/?)$/)
    .exactOptional()
    .describe('The address of the proxy, http://host:port, without a name and a password; or none'),
  certificateAuthorities: z
    .string()
    .max(1024)
    .exactOptional()
    .describe('The full path of a PEM file: certificate authorities to trust besides the usual ones'),
  receiverCardKeys: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(64)
    .exactOptional()
    .describe(
      'Fingerprints, as Keyferry shows them: a receiver card is taken only if one of these keys has signed it',
    ),
});

/** No field has a secret in it: everybody who uses the computer can read the file. */
export type OrganisationSettings = Inferred<typeof organisationSettings>;
