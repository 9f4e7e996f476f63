import type { KeyMaterialView, KeyView } from './keys';

/** What a person is shown before a deletion is scheduled or cancelled, as AWS answered it just now. */
export interface DeletionPlan {
  readonly now: Omit<KeyView, 'key' | 'asOf'>;
  /** Whether disabling is the gentler way: the key works, and was used lately, or AWS does not know. */
  readonly disableFirst: boolean;
  /**
   * Of a key that waits for material: whether it is left over. `in-use`: it is younger than import parameters last, so
   * somebody may be importing into it. `unknown`: AWS does not say whether it ever had material.
   */
  readonly leftOver?: 'yes' | 'in-use' | 'unknown' | 'had-material';
}

/** A material that is at AWS, and the copy of it that was opened since the app was started. */
export interface DeletableMaterial {
  /** Absent for keys that are not symmetric: AWS does not tell their material. */
  readonly material?: KeyMaterialView;
  /** Base names, and when; ISO 8601, UTC. */
  readonly opened?: { readonly files: readonly string[]; readonly at: string };
}
