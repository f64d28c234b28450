// Reads one part of a zip, with what Node has.
import { inflateRawSync } from 'node:zlib';

export function partOfZip(bytes, wanted) {
  let place = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = bytes.readUInt16LE(place + 10);
  place = bytes.readUInt32LE(place + 16);
  for (let i = 0; i < count; i++) {
    const [size, nameLength, extra, comment] = [bytes.readUInt32LE(place + 20), bytes.readUInt16LE(place + 28), bytes.readUInt16LE(place + 30), bytes.readUInt16LE(place + 32)];
    const local = bytes.readUInt32LE(place + 42);
    const name = bytes.toString('utf8', place + 46, place + 46 + nameLength);
    if (name === wanted) {
      const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(start, start + size);
      return (bytes.readUInt16LE(local + 8) === 8 ? inflateRawSync(packed) : packed).toString('utf8');
    }
    place += 46 + nameLength + extra + comment;
  }
  throw new Error(`${wanted} is not in the zip`);
}
