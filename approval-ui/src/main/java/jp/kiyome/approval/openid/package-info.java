/** People whom an OpenID provider vouches for: authorization code flow with PKCE (OpenID Connect Core 1.0, RFC 7636, RFC 9700). */
@NullMarked
package jp.kiyome.approval.openid;

import org.jspecify.annotations.NullMarked;
