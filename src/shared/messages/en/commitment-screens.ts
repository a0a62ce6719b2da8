export const commitmentScreens = {} as const
