import { renderToString } from 'react-dom/server';
import { Root } from './root';

/** The first screen as HTML, for the build: a window shows it before any script has run. */
export const renderAhead = (): string => renderToString(<Root />);
