/** What a request breaks, one line each. */
export type Complaints = readonly string[];

/** The fields that the rules look at, in whatever object they stand. */
type Field =
  | 'accessory'
  | 'applied_tags'
  | 'attachments'
  | 'author'
  | 'component'
  | 'components'
  | 'content'
  | 'custom_id'
  | 'data'
  | 'description'
  | 'embeds'
  | 'fields'
  | 'flags'
  | 'footer'
  | 'message'
  | 'name'
  | 'nonce'
  | 'options'
  | 'poll'
  | 'required'
  | 'sticker_ids'
  | 'text'
  | 'title'
  | 'type'
  | 'value';
type Json = { readonly [Name in Field]?: unknown };

const MAX_CONTENT = 2000;
const MAX_EMBED_SUM = 6000;
const MAX_ROWS = 5;
const MAX_LAYOUT_TEXT = 4000;
const MAX_COMPONENTS = 40;
const MAX_TAGS = 5;
const IS_COMPONENTS_V2 = 1 << 15;

/** Rules that Discord's spec does not hold, for one request of the bot's: its message, its modal or its commands. */
export function judgeByHand(method: string, route: string | undefined, body: unknown): Complaints {
  if (route === undefined || (method !== 'POST' && method !== 'PATCH' && method !== 'PUT')) return [];
  if (/\/commands(?:\/:commandId)?$/u.test(route)) return (Array.isArray(body) ? body : [body]).flatMap(judgeCommand);
  const isCreation = method === 'POST';
  if (/\/messages(?:\/:messageId)?$/u.test(route) || route === '/webhooks/:applicationId/:token') {
    return judgeMessage(record(body), isCreation);
  }
  if (route.endsWith('/callback')) return judgeCallback(record(body));
  if (route === '/channels/:channelId/threads') return judgePost(record(body));
  return [];
}

function judgeCallback({ type, data }: Json): Complaints {
  if (type === 4) return judgeMessage(record(data), true);
  if (type === 7) return judgeMessage(record(data), false);
  return type === 9 ? repeatedIds(record(data).components) : [];
}

function judgePost({ applied_tags: tags, message }: Json): Complaints {
  const tooMany = items(tags).length > MAX_TAGS ? [`${items(tags).length} tags, at most ${MAX_TAGS}`] : [];
  return [...tooMany, ...(message === undefined ? [] : judgeMessage(record(message), true))];
}

/** Judges a message; one that is created must show something. */
export function judgeMessage(message: Json, isCreation: boolean): Complaints {
  const { content, embeds, components, attachments, flags, poll, sticker_ids: stickers, nonce } = message;
  const isLayout = (Number(flags ?? 0) & IS_COMPONENTS_V2) !== 0;
  const complaints: string[] = [...repeatedIds(components)];
  const length = codePoints(content);
  if (length > MAX_CONTENT) complaints.push(`content of ${length} code points, at most ${MAX_CONTENT}`);
  if (codePoints(nonce) > 25) complaints.push('a nonce of more than 25');
  const shown = [embeds, components, attachments, stickers].flatMap(items).length + (poll == null ? 0 : 1);
  if (isCreation && length === 0 && shown === 0) complaints.push('an empty message');
  const embedSum = items(embeds).reduce<number>((sum, embed) => sum + embedLength(record(embed)), 0);
  if (embedSum > MAX_EMBED_SUM) complaints.push(`embeds of ${embedSum} code points, at most ${MAX_EMBED_SUM} together`);
  if (isLayout) return [...complaints, ...judgeLayout(message)];
  if (items(components).length > MAX_ROWS) complaints.push(`${items(components).length} rows, at most ${MAX_ROWS}`);
  const hasLayoutParts = items(components).some((one) => record(one).type !== 1);
  if (isCreation && hasLayoutParts) complaints.push('components of version 2 without their flag');
  return complaints;
}

function judgeLayout({ content, embeds, components, poll, sticker_ids: stickers }: Json): Complaints {
  const complaints: string[] = [];
  const beside = Object.entries({ content, embeds, poll, sticker_ids: stickers }).filter(
    ([, value]) => value != null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  for (const [field] of beside) complaints.push(`${field} beside components of version 2`);
  const all = flatten(components);
  if (all.length > MAX_COMPONENTS) complaints.push(`${all.length} components, at most ${MAX_COMPONENTS}`);
  const text = all.reduce((sum, one) => sum + codePoints(one.content), 0);
  if (text > MAX_LAYOUT_TEXT) complaints.push(`${text} code points of text, at most ${MAX_LAYOUT_TEXT}`);
  return complaints;
}

function repeatedIds(components: unknown): Complaints {
  const ids = flatten(components).flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the custom id ${id} twice`);
}

function judgeCommand(command: unknown): Complaints {
  const { type = 1, name, options } = record(command);
  const isSlash = type === 1;
  const bad = isSlash && name !== undefined && !isSlashName(name) ? [`the command name ${String(name)}`] : [];
  return [...bad, ...judgeOptions(items(options))];
}

function judgeOptions(options: readonly unknown[]): Complaints {
  let hadOptional = false;
  return options.map(record).flatMap((option) => {
    const complaints: string[] = [];
    if (!isSlashName(option.name)) complaints.push(`the option name ${String(option.name)}`);
    if (option.required === true && hadOptional) {
      complaints.push(`the required option ${String(option.name)} after an optional one`);
    }
    hadOptional ||= option.required !== true;
    return [...complaints, ...judgeOptions(items(option.options))];
  });
}

function isSlashName(name: unknown): boolean {
  if (typeof name !== 'string' || name !== name.toLowerCase()) return false;
  return /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(name);
}

function embedLength({ title, description, footer, author, fields }: Json): number {
  const fieldTexts = items(fields).flatMap((field) => [record(field).name, record(field).value]);
  const texts = [title, description, record(footer).text, record(author).name, ...fieldTexts];
  return texts.reduce<number>((sum, one) => sum + codePoints(one), 0);
}

function flatten(components: unknown): readonly Json[] {
  return items(components)
    .map(record)
    .flatMap((one) => [
      one,
      ...flatten(one.components),
      ...flatten(one.accessory === undefined ? [] : [one.accessory]),
      ...flatten(one.component === undefined ? [] : [one.component]),
    ]);
}

function codePoints(value: unknown): number {
  return typeof value === 'string' ? [...value].length : 0;
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
