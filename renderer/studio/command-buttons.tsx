import { useIsFetching } from '@tanstack/react-query';
import { Button } from 'antd';
import type { CommandDescription } from '../../workflow/contract/command.ts';
import { goTo } from '../frame/use-place.ts';

interface CommandButtonsProps {
  readonly studioId: string;
  readonly commands: readonly CommandDescription[];
  /** Where to come back to. */
  readonly tab?: string;
  /** The command that is to be done next: it stands first. */
  readonly leading?: string | undefined;
}

/** The acts this seat may do here, each opening its page. */
export function CommandButtons({ studioId, commands, tab, leading }: CommandButtonsProps) {
  // An act changes what is offered: until that is known, a button could move away under the hand.
  const asking = useIsFetching({ queryKey: ['showStudio'] }) > 0;
  if (commands.length === 0) return null;
  const inOrder = commands.toSorted((left, right) => Number(right.name === leading) - Number(left.name === leading));
  return (
    <div className="row">
      {inOrder.map(({ name, title, article }) => (
        <Button
          key={name}
          type={name === leading ? 'primary' : 'default'}
          disabled={asking}
          title={`《办法》${article}`}
          onClick={() => goTo({ screen: 'studio', studioId, command: name, ...(tab === undefined ? {} : { tab }) })}
        >
          {title}
        </Button>
      ))}
    </div>
  );
}
