import { createContext, useContext } from 'react';
import type { AppView } from '../../main/shared/views/app';

/** Version and platform of the app; undefined until main has said them. */
export const AppViewContext = createContext<AppView | undefined>(undefined);

export const useAppView = (): AppView | undefined => useContext(AppViewContext);
