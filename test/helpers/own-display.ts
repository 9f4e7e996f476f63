/** Two windows on one display would share its clipboard and its focus, so each worker gets its own display. */
const displays = process.env['KEYFERRY_DISPLAYS']?.split(' ') ?? [];
const display = displays[Number(process.env['VITEST_POOL_ID'] ?? 1) - 1];
if (display !== undefined) process.env['DISPLAY'] = display;
