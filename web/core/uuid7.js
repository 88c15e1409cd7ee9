/**
 * UUIDv7 as a command's id: sorted by the moment it was made, so that the outbox keeps its order by id alone.
 * Ids made by one maker never go backwards, not even when the device's clock does.
 */
export function makeUUID7({ now = Date.now, random = (bytes) => crypto.getRandomValues(bytes) } = {}) {
  let last = 0;
  let count = 0;
  return function uuid7() {
    const time = now();
    const bytes = random(new Uint8Array(16));
    if (time > last) {
      last = time;
      count = ((bytes[6] & 0x07) << 8) | bytes[7];
    } else if (++count > 0xfff) {
      last += 1;
      count = 0;
    }
    for (let i = 0; i < 6; i++) bytes[i] = Math.floor(last / 2 ** (8 * (5 - i))) & 0xff;
    bytes[6] = 0x70 | (count >> 8);
    bytes[7] = count & 0xff;
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
}

export const uuid7 = makeUUID7();
