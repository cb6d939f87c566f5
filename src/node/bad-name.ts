/** Control characters (C0 but the one that no system allows anyway, DEL, C1) and marks of direction, which make a name look like another one. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unseen = /[\u0001-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Names that Windows takes for devices, in each folder and with whatever behind a dot; and ends that it cuts off. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3]) *(?:[.:]|$)|[. ]$|:/i;

/** Whether no file should have this name: terminals would obey it, or it would go to a device. */
export function isBadName(name: string, platform: NodeJS.Platform): boolean {
  return unseen.test(name) || (platform === 'win32' && device.test(name));
}
