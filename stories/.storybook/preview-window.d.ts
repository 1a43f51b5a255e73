/** What Storybook's preview leaves on its page. */
interface Window {
  __STORYBOOK_PREVIEW__: {
    storyStoreValue: {
      storyIndex: { entries: Record<string, unknown> };
      loadStory: (asked: { storyId: string }) => Promise<{ argTypes: Record<string, StoryArgType> }>;
    };
    onUpdateArgs: (update: { storyId: string; updatedArgs: Record<string, unknown> }) => Promise<void>;
  };
}

interface StoryArgType {
  control?: false | { type: string; disable?: boolean };
  options?: readonly unknown[];
  mapping?: Readonly<Record<string, unknown>>;
}
