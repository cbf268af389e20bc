import type { SeenChannel } from '../../playground/surroundings.js';
import type { OpenedChannel } from '../protocol.js';
import { slashCommands } from './command-line.js';
import type { Composer } from './composer.js';
import { fill } from './dom.js';
import { renderInstead } from './instead-view.js';
import type { Layout } from './layout.js';
import type { MessageList } from './message-list.js';
import { channelName, type Scenery } from './scenery.js';

/** A channel that is open, and what is known around it. */
export interface ShownChannel {
  readonly seen: SeenChannel;
  readonly opened: OpenedChannel;
  readonly scenery: Scenery;
}

/** The parts of the view that a channel shows in. */
export interface ChannelParts {
  readonly layout: Layout;
  readonly list: MessageList;
  readonly composer: Composer;
}

/** Shows a channel's name, topic, what stands in place of messages, and what may be written there. */
export function showChannel({ seen, opened, scenery }: ShownChannel, { layout, list, composer }: ChannelParts): void {
  const { channel } = seen;
  const { rights, commands } = opened;
  const name = channelName(channel);
  const isDirect = 'recipients' in channel;
  layout.title.textContent = isDirect ? name : `# ${name}`;
  layout.topic.textContent = ('topic' in channel ? channel.topic : null) ?? '';
  document.title = `${name} · Cliffhanger playground`;
  const instead = renderInstead(seen, rights, scenery);
  fill(layout.instead, ...(instead ?? []));
  layout.instead.hidden = instead === undefined;
  list.element.hidden = instead !== undefined;
  list.element.setAttribute('aria-label', `Messages in ${name}`);
  const draft = {
    channelId: channel.id,
    name: isDirect ? name : `#${name}`,
    commands: slashCommands(commands),
    mayWrite: rights.write,
    scenery,
  };
  composer.aim(instead === undefined ? draft : undefined);
}
