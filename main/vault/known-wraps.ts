/**
 * Known answers for the self-test: test vectors of C2SP/wycheproof (testvectors_v1, Apache-2.0) and of RFC 5649. The
 * private keys are published with the vectors, and protect nothing.
 */

/** `rsa_oaep_2048_sha256_mgf1sha256_test.json`, test 5, and `rsa_oaep_2048_sha1_mgf1sha1_test.json`, test 5. Base64. */
export const oaepAnswers = {
  sha256: {
    /** PKCS#8, DER. */
    privateKey: [
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCitFGgfQql+W5FVnFRNVBRSopbRi6+9xcJT6H+6CIk5jf5',
      'dG0/fK/TGHjYAyW271oXAPZZA7RpQp6J1urIhFCXtas5MYnbklEu2KdxGhJT+s0g95wV6CR/PT5C5G5IyY4lSi/pdlMToD7/',
      'jxfhoCk5eh+iao3OJvSQ7YEplhXZgUwi2mEEKOCcfZZYWUJm9cAh0PzsoI2UWhK+gt5NHs5rTAMUW100ldTtVBHrh42vBf16',
      '/D4JraDxEmQi9ZCXWhlpgW9IaYvLuhtNnK551GDY+fheeXUAXZvCLE5awPfBpF0SVppigH07mgLlpTDncwZvRT0fW0wunPeC',
      'AoP3QrnVAgMBAAECggEAJM3GIxf11ypva6bMljKJmwHR/yiGfXL2FoiZW8hVpOQgqEBSUAib2xPPjglUOCe3SLnSf7srTZ4g',
      'r4xaaoYnltGkzBitFupni8G9SoO7vpxeV0U7XOc4jkGjukzit3tEOKIp6VT3INrgNT3AiKyKdrJtwnb44beFHd1jmK0W/y54',
      'GVEjubA26UXDjJ0SQ09t92/iI1nrPhrJwBFnj8km+tOuR1pP//9V/rLRR+nIlPTA4ppZnnYkYkgtlov0J4CUX8DSwxxXPEQx',
      'uPT+i4xnvsgVq9RPeobtyhwjCHNzWNLCrl4uDi2t9zCYAmI3flixO32ZkgYKC8hwzP20qTGe4QKBgQDcQxBQ94LolPtSSCR9',
      'mMt9WLjR4k87VdBBxW5N4Iaw1bsCi9pC7rXSNNVoHlgJ1BXmoomtTPv3j5ePbDWBT1Duv/HFuApp94joHmurXdqng2nWWdFD',
      '7G8X55gTpXXPrZxWkVa5ARPi6REK2ee0ihyTSKbmUzIRkSkOo2z7OlsY8QKBgQC9GoHnl3+YmBIic64yIrWY6l+xnrTqvDgw',
      'il4yGWYDsuUA/7efW4hoFmEd68Ry+sRVRAcL6wV8lBN4poaK87egPT+YgOxH1eCJuU+95UKrqa6NcsVwiNer9bEx85CY97wW',
      'D5BTaryUkv1OBvPtcpnUuXuwNncgfZVmnxQM+8IPJQKBgQCpS1KLKPKRWZEh2RlS/9HH8h18FHnZnUeIhfsWGHDuEhi/CEcm',
      'EtvlSX6NnGUGiOCceGlhrj4sNU3EiuNFFHWcTCPEWISIlh3Aa0FOYcDh5/u9KSPTFTL+KJ+W2iIHEeWMFAGYCOAEFCdpM7sH',
      '5O+5tKmzdlaRcgUgnzPwlRXXwQKBgDrw5yqTOu8J/yUD33i6/tUxwC/xorxDfFQM3L1K01Q1z1EXY1llQ0gGKbEUyn94D/fv',
      'oy6gy24ADW2eofLvcf2c+ZSEIqFlVX4351Xt/nDZC5IFAutHi8mKY/eIzjoPhW1u3nJRo4O/qPpICoGpJa97PMU4xLq4yfdZ',
      'f/toAR2NAoGAJkD7+8/vsWPueoe2SDpm7kH5VtkPqKeTm/wELuCSSxt5k9BEX3WNUZM+hRecAyCwyWi0ipHDi1vpI+EJfAxW',
      'L4jUIpS2onWbr6VCinTxJwh05F9vzGDyFgLeXszRQ88xJB9ZIbWtOYP7VO8XvjsoU2flDJmcZyR7VS/kv86UX3s=',
    ],
    ciphertext: [
      'EhGW5Ro/RHa/tq3d/es6JdrXLR6jFdZS8zGkNjGtNnJLPRRTIRDcROQHsRhGGPEVZ3szdR+w6HhroiDPp/w/ziKCLqvdT8J2',
      'HH80oE6PE8ECHDGtwSOjLYcfDabNrKucAgIi2lKv1cMHpuVeRWaURAP9pCbuLGyXPMqq/i0IHtjFsdwAZiQk45X67YbJrhmj',
      'qVlQyD0qmtXH5/Zw+usSOs7wf+d5WtKYqv5UNQTXgRM2s+LssWIryQWZoYWzRwD49MUqZR1z6lfoz6gOYdnaYfNpUccZSuTe',
      '48bme1dXo5aF3T/gHLh2IKVGZv+BMuk9cIHTjdyfB5QxB16WzKePWQ==',
    ],
    message: 'Message',
  },
  sha1: {
    /** PKCS#8, DER. */
    privateKey: [
      'MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQC9McegJpHS2Vh+9qlG/3iFRMyt1LKYitYghnkqa/lshha0',
      'rRMxfSJwuQHQ/NHYgMuPUvuHMEpSWMEbON/q6N9nCu7n6h0NnfjgDoCEfkHlmJ7UAtROeLMP7xe1Zx062/hoXk3CBEmezRhj',
      '4dWv8op89m6t8x/skjbBIK3RNFFSLGR8mDKmcs1k0yjBwyIYP0Zh0JvaYLjdXwMo2lQgghQkr9q7GoDF0SdjobAjjNidB0K/',
      'xQtqL8twHYJCGPmCb094ojorWqQqzn8XU3b7bL2yutKTulg9TTHGuPkCnkaxNokkmFX1BXVuAOIlpqRaGHab2NKzpKy58cI9',
      'PlGIJWHlAgMBAAECggEAB0fVIMqbLfwDNc+UMBFAuBAvuDjJLqmZF+NU4lcJYC3Aze8jH/Jq0t+rvDkecjBypO9Skp8/HPAh',
      'bkTACTAw+KwpCW+u8okzvJuSQocBTi6TXiFFvkdSzLgst2RicZNpecq3P1Ie6yeFWsKkEINK5Qguti72+Yme5cu2JKjYwEq3',
      '7c94/hNdD4CPY7XebgcXeb8dnqr40++WVIbyxSYl5uV6ZRx7vQGXyZwFezhgoyYMhkoRs88iukTeOjs/MRfmTr+akfYm67Pz',
      'wm0bC7gHU0aNS/apl7KDNfIO2MOE11WDYKmul1VmH6N0mEaxdOa/Mw5S0JlB9szX3lAEd5+buQKBgQD+PSONN2o4VtlZL9SW',
      'HBen+w+jnUQunfIuftoRXGSMXLc434nqktg3hVjQ2cHPPYv/dA03Q6AUCmp1I+kXbClTssEdf0RpHPi+wrNPtZxklTWYMxlI',
      'gRjAMRiudEXnDfRmzphnEmDwXVBoznd9qX4rqEd5SQUAzrT/f2LOypoUfwKBgQC+gUrya/PCcRW8dZXQ0Soa93E/7Kh3rm5t',
      'hYgl7aPRknBHdPQuGuG2fxc56MRaBHY4gHD6VFt8yWuKRAA7yNB/3nP1vN0YJoOV3MKEK1Aj/xSzUjgmB7cXml6jMIQPxFBF',
      '2G4KzE/rE18KubfOa4619aV18qKo3imcDT9QbfSHmwKBgGG7TPRXLgz0Td78BQOjTvCzEUL7DJ/C9bsr5lYwJzLR3VkOjWzQ',
      'AC/vocG/Q8KPzUZo7T+mTl4F1wCqykrHuGdFWvkk2D5z9acXH2jvzmvX899LHVgC0GnpNayyY8C7W409s9ZDeWJM7MEtRT/Y',
      'LPlJWhhkmnjB/VAOPwRxW6OvAoGAZknb6SCnqM65ghCM2auFdSdJiq5SorhpGKtrOBpKLLv5R5T3i03pxeilmvVtgHwG0j28',
      '69yhpvYrpPjwOymPMilKkDbRbCc53hzD4N200S8keUh7V4gq+iRsDil9r02UYHxeUbP0cV9cV9DybYZ5ASCdsCAQ0KVBKEZA',
      'qbnwY2MCgYA57GBvXJ8fM9lkYG4Sjp6Qz/kydyxXFap1mBbVBO/ixGIG8zeaph0x+I5ya1DdgLjOhVig10CFJfWMM5nOMuI5',
      '1wlB8S0h53YcBD4LAiINJf/QNXHHrlu9WcMfSBIGdvnXw3CnSdhJG9/OoBZioTbIXTSbbHEPxvbr+Kenm2Ktww==',
    ],
    ciphertext: [
      'olUKmFCQPzFCvBsbVORdd1TnX/DTmoroE7UeuBZb4IpMA2a5PIA+8WFlD4y5ZvfdRkj0A2PdDMN1leQ3VgeJVe8C5BWz4O/V',
      '+XRNVk6udj4wfokwAt0anQuimX/mZY82if709PIeepcsDcZCmT/2YSxua0P5zlNnSRmrvBPkJ3K+uMPz9lXfncmDngdeAb65',
      'uT2OAW9Xr8mgIH2RibS8sUumRZ/1/dXy/tUmCsmnoJL+yiCvDyOgDYuZDAdMoj2WThnknBfJcLyXK3D9orbG6Z5Of/EZAupx',
      'JiV/0ZZOfaB/v0E8i+y0hyn72GHdzD+mw98jVXWe8TONAlUbf8gKiA==',
    ],
    message: 'Message',
  },
} as const;

/** Hex. The first two are from RFC 5649 §6, the third is `aes_kwp_test.json`, test 167: an AES key as long as ours. */
export const keyWrapAnswers = [
  {
    key: '5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8',
    plain: 'c37b7e6492584340bed12207808941155068f738',
    wrapped: '138bdeaa9b8fa7fc61f97742e72248ee5ae6ae5360d1ae6a5f54f373fa543b6a',
  },
  {
    key: '5840df6e29b02af1ab493b705bf16ea1ae8338f4dcc176a8',
    plain: '466f7250617369',
    wrapped: 'afbeb0f07dfbf5419200f2ccb50bb24f',
  },
  {
    key: '38e1b1d075d9d852b9a6c01c8ff6965af01bac457a4e339ae3e1d7b2ffacc0cd',
    plain: '80ad6820f1c90981e2ca42b817a345c1179d0a11d8e23a8adc0505e13d87295a',
    wrapped: 'b63b7e0fec7e315816233db6758fd3e744b9f6a40862bdf866487e53bcb950d8b2649269e51b4475',
  },
] as const;
