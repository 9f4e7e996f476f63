import type { ShareSetView } from '../../shared/views/custody';
import type { CopyFacts } from '../copies/copy-document';
import type { Secret } from '../secret';

/** What one custodian keeps: a point on polynomials. `threshold` points determine them; fewer reveal nothing. */
export interface Share {
  readonly set: ShareSetView;
  /** 1 to `set.count`. */
  readonly number: number;
  readonly custodian: string;
  readonly facts: CopyFacts;
  /** A byte for each byte of the material, then the byte at which the polynomials were evaluated. */
  readonly digits: Secret;
}
