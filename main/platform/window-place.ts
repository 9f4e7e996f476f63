import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** In the display's own pixels (device-independent), as Electron counts them. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
}

const least = { width: 640, height: 400 };
const most = 20_000;
const maxBytes = 1024;

/**
 * Where the window was when the app ended; undefined where nothing usable is written down.
 *
 * SECURITY: the file may say anything. Only whole numbers of a possible size are taken from it, and only what lies on
 * a display that is there.
 *
 * @param displays the work areas of the displays.
 */
export function readWindowPlace(file: string, displays: readonly Rectangle[]): WindowPlace | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    const place: unknown = text.length > maxBytes ? undefined : JSON.parse(text);
    if (!isPlace(place)) return undefined;
    return displays.some((display) => canBeGrasped(place.bounds, display)) ? place : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be written is not remembered. */
export function keepWindowPlace(file: string, { bounds, isMaximized }: WindowPlace): void {
  const { x, y, width, height } = bounds;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify({ bounds: { x, y, width, height }, isMaximized }), { mode: 0o600 });
  } catch {
    // The window opens where it usually does.
  }
}

function isPlace(value: unknown): value is WindowPlace {
  if (typeof value !== 'object' || value === null) return false;
  if (!('bounds' in value) || !('isMaximized' in value) || typeof value.isMaximized !== 'boolean')
    return false;
  const { bounds } = value;
  if (typeof bounds !== 'object' || bounds === null) return false;
  const numbers = ['x', 'y', 'width', 'height'].map((name) => Reflect.get(bounds, name) as unknown);
  const [, , width = 0, height = 0] = numbers;
  return (
    numbers.every((each) => Number.isInteger(each) && Math.abs(Number(each)) <= most) &&
    Number(width) >= least.width &&
    Number(height) >= least.height
  );
}

/** Whether enough of the top of the window is on the display to take hold of it. */
function canBeGrasped({ x, y, width }: Rectangle, display: Rectangle): boolean {
  const overlap = Math.min(x + width, display.x + display.width) - Math.max(x, display.x);
  return overlap >= 200 && y >= display.y && y <= display.y + display.height - 100;
}
