/** How often one key can be rotated by a person, for ever. AWS KMS Developer Guide, "Resource quotas". */
export const mostRotations = 25;
