import { probes } from './probe';

/** What only some browsers have, and TypeScript's DOM does not know. */
type Device = Readonly<Record<string, ((options?: unknown) => Promise<unknown>) | undefined>>;
const devices = navigator as unknown as Readonly<Record<string, Device | undefined>>;
const windowMethods = window as unknown as Device;

/** A refusal that names the permission. Anything else, a missing camera too, means that the permission was there. */
async function grants(ask: Promise<unknown> | undefined): Promise<boolean> {
  try {
    if (ask === undefined) return false;
    await ask;
    return true;
  } catch (error) {
    return !(error instanceof DOMException && ['NotAllowedError', 'SecurityError'].includes(error.name));
  }
}

/** For devices a refusal looks like an empty choice. */
async function finds(ask: Promise<unknown> | undefined): Promise<boolean> {
  try {
    return Boolean(await ask);
  } catch {
    return false;
  }
}

const granted = async (name: string): Promise<boolean> =>
  // TypeScript's list of permission names is shorter than Chromium's.
  (await navigator.permissions.query({ name: name as PermissionName })).state !== 'denied';

/** Ways to the senses, the devices and the other programs of the computer. */
export const deviceProbes = probes({
  camera: () => grants(navigator.mediaDevices.getUserMedia({ video: true })),
  microphone: () => grants(navigator.mediaDevices.getUserMedia({ audio: true })),
  'screen capture': () => finds(navigator.mediaDevices.getDisplayMedia({ video: true })),
  place: () =>
    new Promise((done) => {
      navigator.geolocation.getCurrentPosition(
        () => done(true),
        (error) => done(error.code !== GeolocationPositionError.PERMISSION_DENIED),
      );
    }),
  notifications: async () => (await Notification.requestPermission()) === 'granted',
  'clipboard as text': () => grants(navigator.clipboard.readText()),
  clipboard: () => grants(navigator.clipboard.read()),
  'writing to the clipboard': () => grants(navigator.clipboard.writeText('attack')),
  MIDI: () => grants(devices['requestMIDIAccess'] && navigator.requestMIDIAccess({ sysex: true })),
  USB: () => finds(devices['usb']?.['requestDevice']?.({ filters: [] })),
  HID: async () => {
    // The answer is a list.
    const found = (await devices['hid']?.['requestDevice']?.({ filters: [] })) as readonly unknown[];
    return found.length > 0;
  },
  'serial port': () => finds(devices['serial']?.['requestPort']?.()),
  Bluetooth: () => finds(devices['bluetooth']?.['requestDevice']?.({ acceptAllDevices: true })),
  'full screen': () => grants(document.documentElement.requestFullscreen()),
  'pointer lock': async () => {
    await document.body.requestPointerLock();
    return document.pointerLockElement !== null;
  },
  'other screens': () => grants(windowMethods['getScreenDetails']?.()),
  'local fonts': async () => {
    const fonts = (await windowMethods['queryLocalFonts']?.()) as readonly unknown[]; // a list, empty when refused
    return fonts.length > 0;
  },
  'wake lock': () => grants(navigator.wakeLock.request('screen')),
  'lasting storage': () => navigator.storage.persist(),
  'idle times': async () => {
    const detector = (globalThis as { IdleDetector?: { requestPermission: () => Promise<string> } })
      .IdleDetector;
    return (await detector?.requestPermission()) === 'granted';
  },
  payment: () =>
    grants(
      new PaymentRequest([{ supportedMethods: 'https://keyferry-attack.example/pay' }], {
        total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
      }).show(),
    ),
  'permission geolocation': () => granted('geolocation'),
  'permission notifications': () => granted('notifications'),
  'permission camera': () => granted('camera'),
  'permission microphone': () => granted('microphone'),
  'permission midi': () => granted('midi'),
  'permission clipboard-read': () => granted('clipboard-read'),
  'permission clipboard-write': () => granted('clipboard-write'),
  'permission persistent-storage': () => granted('persistent-storage'),
  'permission local-fonts': () => granted('local-fonts'),
  'permission window-management': () => granted('window-management'),
});
