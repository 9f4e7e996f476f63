import type { FaultRow } from './fault-row';
import { killRows } from './window/kill-rows';
import { windowRows as otherRows } from './window/window-rows';

export const windowRows: readonly FaultRow[] = [...otherRows, ...killRows];
