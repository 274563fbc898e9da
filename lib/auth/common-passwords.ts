/**
 * What people choose when twelve characters are asked for: the longest of the well-known lists of leaked passwords.
 * Runs of keys, sequences and repetitions are not listed; `password-policy.ts` recognises them by their making.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  000000000000 111111111111 112233445566 121212121212 123123123123 123321123321 123412341234 123456123456 123456789012
  1234567890123 12345678910111213 1234567890qwe 123456789abc 123456789qwe 123456qwerty 123654789000 123qweasdzxc
  147258369000 159753456852 1a2b3c4d5e6f 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv
  1qazxsw23edc 741852963000 987654321000 a123456789012 a1b2c3d4e5f6 a1s2d3f4g5h6 aaaaaaaaaaaa aaaa1111bbbb
  abc123456789 abcabcabcabc abcd12345678 abcd1234abcd abcde1234567 abcdef123456 abcdefg12345 abcdefghijkl access123456
  admin1234567 admin12345678 adminadmin12 adminadminadmin administrator administrator1 alexander123 america12345
  asdasdasdasd asdf1234asdf asdfasdfasdf asdfghjkl123 asdfghjkl1234 asdfghjklqwe asdfqwerzxcv babygirl1234
  barcelona123 basketball12 basketball123 beautiful123 benjamin1234 blink182blink butterfly123
  changeme1234 changeme12345 changemenow1 charlie12345 chelsea12345 chocolate123 christopher1 christopher123
  computer1234 computer12345 correcthorsebatterystaple customer1234 customs12345 default12345 diamonds1234 dragon123456
  elephant1234 elizabeth123 everything12 facebook1234 football1234 football12345 forever12345 freedom12345
  fuckyou12345 godisgreat12 goodmorning1 greenday1234 hello1234567 hello12345678 hellohellohello helloworld12
  helloworld123 iloveyou1234 iloveyou12345 iloveyou123456 iloveyouiloveyou internet1234 iwillsucceed jasmine12345
  jennifer1234 jesuschrist1 jesuschrist7 jonathan1234 jordan123456 justinbieber killer123456 lasvegas1234
  letmein12345 letmein123456 letmeinletmein letmeinplease liverpool123 liverpoolfc1 login1234567 loveyou12345
  manchester12 manchester123 manutd123456 master123456 matthew12345 michael12345 michaeljordan michelle1234
  microsoft123 monkey123456 mother123456 mustang12345 mypassword12 mypassword123 nothing12345 november2026
  october20266 p@ssw0rd1234 p@ssword1234 p4ssw0rd1234 pass12345678 pass123456789 passpasspass passw0rd1234
  password0000 password0123 password1111 password1234 password12345 password123456 password1234567 password12345678
  password123456789 password2024 password2025 password2026 password2027 password4321 passwordpassword
  passwords123 patrick12345 pineapple123 pokemon12345 princess1234 princess12345 q1w2e3r4t5y6 q1w2e3r4t5y6u7
  qazwsx123456 qazwsxedc123 qazwsxedcrfv qazxswedcvfr qwaszx123456 qweasdzxc123 qweqweqweqwe qwer1234asdf
  qwer1234qwer qwerasdfzxcv qwert1234567 qwert12345678 qwerty098765 qwerty111111 qwerty123456 qwerty1234567
  qwerty12345678 qwerty123456789 qwerty654321 qwertyqwerty qwertyuiop10 qwertyuiop12 qwertyuiop123 qwertyuiop1234
  qwertyuiopas qwertyuiopasdf rangers12345 rockyou12345 samantha1234 samsung12345 scooby123456 secret123456
  secretpassword shadow123456 slipknot1234 snowball1234 soccer123456 spiderman123 starwars1234 starwars12345
  stephanie123 strawberry12 summer123456 summer202020 sunshine1234 sunshine12345 superman1234 superman12345
  supersecret1 temporary123 test12345678 test123456789 testing12345 testtesttest thisismypassword tinkerbell12
  trustno12345 trustnoone12 unbelievable university12 valentina123 victoria1234 volleyball12 welcome12345
  welcome123456 welcome1welcome1 welcome20266 welcomehome1 westside1234 whatever1234 william12345 winter123456
  yourpassword yuiophjkl123 zaq12wsxcde3 zaq12wsxzaq1 zaqxswcdevfr zaqzaqzaqzaq zxcvbnm12345 zxcvbnm123456
  zxcvbnmasdfg zxczxczxczxc
  `
    .split(/\s+/)
    .filter((word) => word !== ""),
);
