import { Fragment } from 'react';
import type { Block, Inline } from './page-data';

interface LinesProps {
  readonly of: readonly Inline[];
  readonly onFollow: (to: string) => void;
}

function Lines({ of, onFollow }: LinesProps) {
  return of.map((one, at) => {
    if (typeof one === 'string') return <Fragment key={at}>{one}</Fragment>;
    const inner = <Lines of={one.of} onFollow={onFollow} />;
    switch (one.is) {
      case 'strong':
        return <strong key={at}>{inner}</strong>;
      case 'em':
        return <em key={at}>{inner}</em>;
      case 'code':
        return <code key={at}>{inner}</code>;
      case 'link':
        return (
          <button key={at} type="button" className="guide-link" onClick={() => onFollow(one.to)}>
            {inner}
          </button>
        );
    }
  });
}

export interface PageBlocksProps {
  readonly blocks: readonly Block[];
  readonly onFollow: (to: string) => void;
}

/** A page of the guide below its title, which is an h2. */
export function PageBlocks({ blocks, onFollow }: PageBlocksProps) {
  return blocks.map((block, at) => {
    switch (block.is) {
      case 'heading': {
        const Heading = block.level === 2 ? 'h3' : 'h4';
        return (
          <Heading key={at} id={headingId(block.id)} tabIndex={-1}>
            <Lines of={block.of} onFollow={onFollow} />
          </Heading>
        );
      }
      case 'text':
        return (
          <p key={at}>
            <Lines of={block.of} onFollow={onFollow} />
          </p>
        );
      case 'list': {
        const List = block.ordered ? 'ol' : 'ul';
        return (
          <List key={at}>
            {block.items.map((item, row) => (
              <li key={row}>
                <Item blocks={item} onFollow={onFollow} />
              </li>
            ))}
          </List>
        );
      }
      case 'table':
        return <Table key={at} {...block} onFollow={onFollow} />;
    }
  });
}

/** A short item is a line, and no paragraph. */
function Item({ blocks, onFollow }: PageBlocksProps) {
  const [first, ...rest] = blocks;
  if (first?.is !== 'text') return <PageBlocks blocks={blocks} onFollow={onFollow} />;
  return (
    <>
      <Lines of={first.of} onFollow={onFollow} />
      <PageBlocks blocks={rest} onFollow={onFollow} />
    </>
  );
}

type TableProps = Extract<Block, { is: 'table' }> & Pick<PageBlocksProps, 'onFollow'>;

function Table({ head, rows, onFollow }: TableProps) {
  return (
    <table className="guide-table">
      <thead>
        <tr>
          {head.map((cell, at) => (
            <th key={at} scope="col">
              <Lines of={cell} onFollow={onFollow} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((cell, column) => (
              <td key={column}>
                <Lines of={cell} onFollow={onFollow} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Apart from the ids of the work beside it. */
export const headingId = (id: string): string => `guide-${id}`;
