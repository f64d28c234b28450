// Reads and writes zips, with what Node has.
import { crc32, inflateRawSync } from 'node:zlib';

/** The parts of a zip in their order: name and bytes. */
export function partsOfZip(bytes) {
  let place = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const count = bytes.readUInt16LE(place + 10);
  place = bytes.readUInt32LE(place + 16);
  return Array.from({ length: count }, () => {
    const [size, nameLength, extra, comment] = [bytes.readUInt32LE(place + 20), bytes.readUInt16LE(place + 28), bytes.readUInt16LE(place + 30), bytes.readUInt16LE(place + 32)];
    const local = bytes.readUInt32LE(place + 42);
    const name = bytes.toString('utf8', place + 46, place + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    place += 46 + nameLength + extra + comment;
    return [name, bytes.readUInt16LE(local + 8) === 8 ? inflateRawSync(packed) : packed];
  });
}

/** One part of a zip as text. */
export function partOfZip(bytes, wanted) {
  const part = partsOfZip(bytes).find(([name]) => name === wanted);
  if (!part) throw new Error(`${wanted} is not in the zip`);
  return part[1].toString('utf8');
}

/** A zip of parts, not packed. */
export function zipOf(parts) {
  const [files, list] = [[], []];
  let place = 0;
  for (const [name, content] of parts) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(content)];
    // Version, UTF-8 name, not packed, no time, checksum, sizes, length of the name, nothing extra.
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(bytes.length, 14);
    head.writeUInt32LE(bytes.length, 18);
    head.writeUInt16LE(title.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(place, 10);
    list.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, rest, title);
    files.push(Buffer.from('PK\x03\x04', 'latin1'), head, title, bytes);
    place += 4 + head.length + title.length + bytes.length;
  }
  const end = Buffer.alloc(18);
  const directory = Buffer.concat(list);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(place, 12);
  return Buffer.concat([...files, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
