/** A text as bytes of an encoding that Node only decodes, by trying all one-byte and two-byte codes. */
export function encodeAs(text: string, encoding: string): Uint8Array {
  const codes = codesOf(encoding);
  return Uint8Array.from(
    [...text].flatMap((sign) => {
      const code = codes.get(sign);
      if (!code) throw new Error(`${encoding} has no ${sign}`);
      return code;
    }),
  );
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function codesOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding);
  if (known) return known;
  const codes = new Map<string, readonly number[]>();
  // Streaming keeps Node 20 from its Latin-1 shortcut for Windows-1252.
  const tryCode = (...code: number[]) => {
    const sign = new TextDecoder(encoding).decode(Uint8Array.from(code), { stream: true });
    if ([...sign].length === 1 && sign !== '\ufffd' && !codes.has(sign)) codes.set(sign, code);
  };
  for (let byte = 0; byte < 256; byte += 1) tryCode(byte);
  for (let lead = 0x81; lead < 256; lead += 1) for (let trail = 0x40; trail < 256; trail += 1) tryCode(lead, trail);
  tables.set(encoding, codes);
  return codes;
}
