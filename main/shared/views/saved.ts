import type { CustodyView } from './custody';
import type { WrappingAlgorithm } from '../kms-words';
import type { FoundMaterial, ParametersView, SavedFileView } from './app';

/** The result of the offline job. */
export interface SavedView {
  readonly handle: string;
  readonly folderName: string;
  readonly files: readonly SavedFileView[];
  readonly parameters: ParametersView;
  readonly wrappingAlgorithm: WrappingAlgorithm;
  readonly source: 'generated' | 'file' | 'restored';
  readonly material: FoundMaterial;
  /** 16 hex digits that identify the material without revealing it. */
  readonly checkValue: string;
  /** `7F3A 91C2 0KMX 4TQZ`; the connected computer asks for it. It is in none of the files. */
  readonly transferCode: string;
  readonly custody: CustodyView;
  readonly plaintextExported: boolean;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  /** How many requests of the page or of Chromium the app has refused since it started. */
  readonly refusedRequests: number;
}
