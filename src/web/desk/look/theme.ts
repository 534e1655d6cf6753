/** The desk's colours and measures as antd takes them; `base.css` holds the same for what we draw ourselves. */
import { theme } from 'antd';
import type { ThemeConfig } from 'antd';
import type { Settings } from './settings.js';

export const FONT = `system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Segoe UI", sans-serif`;

const light = {
  colorPrimary: '#1551b5',
  colorInfo: '#1551b5',
  colorSuccess: '#0f7b50',
  // As soft as ours of `base.css`: made from colours this dark they would be grey.
  colorSuccessBg: '#e3f4ec',
  colorSuccessBorder: '#9fd3ba',
  colorWarning: '#a15c00',
  colorWarningBg: '#fdf1dc',
  colorWarningBorder: '#e3c184',
  colorError: '#c0352b',
  colorTextBase: '#1b2430',
  colorBorder: '#d3d9e1',
  colorBorderSecondary: '#e5e9ee',
};
const dark = {
  colorPrimary: '#4d8fe8',
  colorInfo: '#4d8fe8',
  colorSuccess: '#3fb27f',
  colorWarning: '#d99a3c',
  colorError: '#e5695e',
  colorTextBase: '#e6ebf2',
  colorBgBase: '#12171e',
};

/** White words stand out on these, and the warning red on dark ground. */
const DARK_BUTTON = { colorPrimary: '#2f6bc0', colorPrimaryHover: '#3a78d0', colorPrimaryActive: '#285ca6', colorError: '#f08479', colorErrorHover: '#f49b92', colorErrorActive: '#e5695e' };

/** What a thumb hits without looking twice; `touch.css` holds the same for what we draw ourselves. */
const THUMB_PX = 44;
const COMPACT_STEP_PX = 4;

export function antdTheme(look: {
  readonly isDark: boolean;
  readonly isStill: boolean;
  readonly isTouch: boolean;
  readonly density: Settings['density'];
  /** See `type-size.ts`. */
  readonly scale: number;
}): ThemeConfig {
  const algorithms = [look.isDark ? theme.darkAlgorithm : theme.defaultAlgorithm];
  const isCompact = look.density === 'compact';
  if (isCompact) algorithms.push(theme.compactAlgorithm);
  const touched = Math.max(THUMB_PX, 32 * look.scale);
  return {
    algorithm: algorithms,
    token: {
      ...(look.isDark ? dark : light),
      fontFamily: FONT,
      fontSize: 14 * look.scale,
      // The compact algorithm takes its step off.
      ...(look.isTouch ? { controlHeight: touched + (isCompact ? COMPACT_STEP_PX : 0), controlHeightSM: touched, controlHeightLG: touched } : { controlHeight: 32 * look.scale }),
      sizeUnit: 4 * look.scale,
      borderRadius: 8,
      motion: !look.isStill,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
      colorBgMask: look.isDark ? 'rgb(0 0 0 / 50%)' : 'rgb(20 30 45 / 28%)',
      ...(look.isDark
        ? {
            colorBgContainer: '#1a212a',
            colorBgElevated: '#212a35',
            colorBorder: '#3a4554',
            colorBorderSecondary: '#2b3541',
            colorTextPlaceholder: '#8b97a6',
            colorTextDescription: '#a5b0be',
          }
        : { colorTextPlaceholder: '#6b7686', colorTextDescription: '#5a6675' }),
    },
    components: {
      Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', ...(look.isDark ? DARK_BUTTON : {}) },
      Segmented: look.isDark ? { itemSelectedBg: '#33404f', trackBg: '#1f2732' } : { trackBg: '#eaedf1' },
      Modal: { titleFontSize: 17 * look.scale },
    },
  };
}
