import { useEffect, useState } from 'react';
import type { AppView } from '../main/shared/views';
import { api } from './api';
import { AppBar } from './components/app-bar';
import { PracticeMark } from './components/practice-mark';
import { Home } from './home';
import { CreateAndImport } from './jobs/create-and-import/create-and-import';
import { FinishImport } from './jobs/finish-import/finish-import';
import { WrapOffline } from './jobs/wrap-offline/wrap-offline';
import { appName, versionLine } from './words/app';
import { createAndImportJob, finishImportJob, wrapOfflineJob } from './words/home';
import { practice } from './words/practice';

type Screen = 'home' | 'create-and-import' | 'practise' | 'wrap-offline' | 'finish-import';

const jobNames: Record<Screen, string> = {
  home: '',
  'create-and-import': createAndImportJob.label,
  practise: createAndImportJob.label,
  'wrap-offline': wrapOfflineJob.label,
  'finish-import': finishImportJob.label,
};

export function App() {
  const [screen, setScreen] = useState<Screen>('home');
  const [app, setApp] = useState<AppView>();
  useEffect(() => {
    void api.describeApp({}).then((described) => {
      if (described.ok) setApp(described.value);
    });
  }, []);
  const isPractice = screen === 'practise';
  return (
    <div className={isPractice ? 'app app-practice' : 'app'}>
      <AppBar appName={appName} jobName={jobNames[screen]} />
      {isPractice && <PracticeMark mark={practice.mark} text={practice.text} />}
      <main className="app-main">
        <Job screen={screen} onOpen={setScreen} />
      </main>
      <footer className="app-footer">{versionLine(app?.version)}</footer>
    </div>
  );
}

interface JobProps {
  readonly screen: Screen;
  readonly onOpen: (screen: Screen) => void;
}

function Job({ screen, onOpen }: JobProps) {
  const leave = (): void => onOpen('home');
  switch (screen) {
    case 'home':
      return (
        <Home
          onCreateAndImport={() => onOpen('create-and-import')}
          onPractise={() => onOpen('practise')}
          onWrapOffline={() => onOpen('wrap-offline')}
          onFinishImport={() => onOpen('finish-import')}
        />
      );
    case 'create-and-import':
      return <CreateAndImport mode="aws" onLeave={leave} />;
    case 'practise':
      return <CreateAndImport mode="practice" onLeave={leave} />;
    case 'wrap-offline':
      return <WrapOffline onLeave={leave} />;
    case 'finish-import':
      return <FinishImport onLeave={leave} />;
  }
}
