/** What pages beside the desk say about sign-in at the operator's provider. */

export const SINGLE_WORDS = {
  'zh-CN': {
    offer: '用企业账号登录',
    failed: '企业账号登录没有完成，请再试一次',
    none: '您的企业账号没有开通这里的权限，请联系管理员',
    down: '企业账号登录暂时没有响应，请用密码登录或稍后再试',
  },
  en: {
    offer: 'Sign in with your company account',
    failed: 'The company sign-in was not completed. Please try once more',
    none: 'Your company account has no access here. Ask your administrator',
    down: 'The company sign-in does not answer right now. Use your password, or try again later',
  },
} as const;
