import type { KeyMaterialRole } from './views/keys';

/** How often one key can be rotated by a person, for ever. AWS KMS Developer Guide, "Resource quotas". */
export const mostRotations = 25;

interface Material {
  readonly role: KeyMaterialRole;
}

/** Whether material has yet to become the current one. Source: AWS KMS API Reference, RotationsListEntry. */
export const waitsForRotation = ({ role }: Material): boolean => role.startsWith('PENDING_');

/** Whether the key stops without it: material that waits does not count. */
export const isPermanent = (material: Material): boolean => !waitsForRotation(material);
