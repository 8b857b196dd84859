<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
<context>
    <name>Announcements</name>
    <message numerus="yes">
        <source>Are you still there? In %n second(s) everything you wrote is cleared. Press any key or touch the screen to go on.</source>
        <translation>
            <numerusform>您还在吗？%n 秒后将清除您写的所有内容。按任意键或触摸屏幕即可继续。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking it up</source>
        <translation>正在查找</translation>
    </message>
</context>
<context>
    <name>AskField</name>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>AskRow</name>
    <message>
        <source>Ask another question</source>
        <translation>继续提问</translation>
    </message>
    <message>
        <source>I&apos;m done</source>
        <translation>我用完了</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>写给%1</translation>
    </message>
</context>
<context>
    <name>BarButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ChatRow</name>
    <message>
        <source>%1 · librarian</source>
        <translation>%1 · 馆员</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Ask a librarian</source>
        <translation>咨询馆员</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>You find us at %1.</source>
        <translation>您可以到这里找我们：%1。</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>您：%1</translation>
    </message>
</context>
<context>
    <name>ContactConsent</name>
    <message>
        <source>Did you mean %1?</source>
        <translation>您是想写 %1 吗？</translation>
    </message>
    <message>
        <source>This is neither an e-mail address nor a phone number yet.</source>
        <translation>这还不是电子邮箱或电话号码。</translation>
    </message>
    <message>
        <source>Yes, you may answer me there. Without this tick it is not sent along.</source>
        <translation>是的，可以用它答复我。不勾选则不会发送。</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>ConversationPage</name>
    <message>
        <source>Just now I answer from the library&apos;s own data only. When you leave, this screen forgets what you wrote.</source>
        <translation>目前我只能根据图书馆自己的数据回答。您离开后，本屏幕会清除您写的内容。</translation>
    </message>
    <message>
        <source>When you leave, this screen forgets what you wrote. Answers can be wrong; cards come from the library&apos;s own data.</source>
        <translation>您离开后，本屏幕会清除您写的内容。回答可能有误；卡片内容来自图书馆自己的数据。</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>还剩%n秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>Clear it now</source>
        <translation>立即清除</translation>
    </message>
    <message>
        <source>I&apos;m still here</source>
        <translation>我还在</translation>
    </message>
    <message>
        <source>Then everything you wrote is cleared for the next person. Touch anywhere to go on.</source>
        <translation>之后您写的内容将全部清除，供下一位使用。触摸屏幕任意位置即可继续。</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>I am not sure what time it is. Please ask at the desk.</source>
        <translation>我现在不能确定时间，请到服务台咨询。</translation>
    </message>
    <message>
        <source>I can&apos;t answer that here. Shall I pass your question to a librarian?</source>
        <translation>这个问题我在这里不能回答。要不要转给馆员？</translation>
    </message>
    <message>
        <source>I can&apos;t answer that right now. Shall I pass your question to a librarian?</source>
        <translation>这个问题我现在回答不了。要不要转给馆员？</translation>
    </message>
    <message>
        <source>I can&apos;t check for newer answers right now.</source>
        <translation>我现在无法查看是否有更新的答案。</translation>
    </message>
    <message>
        <source>I can&apos;t check for newer hours right now.</source>
        <translation>我现在无法查看是否有更新的开放时间。</translation>
    </message>
    <message>
        <source>I can&apos;t reach the librarians right now.</source>
        <translation>我现在联系不上馆员。</translation>
    </message>
    <message>
        <source>Something went wrong. Please ask at the desk.</source>
        <translation>出了点问题，请到服务台咨询。</translation>
    </message>
    <message>
        <source>That is too long for me. Please ask it in fewer words.</source>
        <translation>内容太长了，请用更少的字再问一次。</translation>
    </message>
    <message>
        <source>Your message could not be delivered. Please ask at the desk.</source>
        <translation>您的消息未能送达，请到服务台咨询。</translation>
    </message>
</context>
<context>
    <name>FloorPlan</name>
    <message>
        <source>Floor plan with %1</source>
        <translation>标有%1的楼层平面图</translation>
    </message>
    <message>
        <source>Floor plan with %1 and with where you are</source>
        <translation>标有%1和您所在位置的楼层平面图</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>您在这里</translation>
    </message>
</context>
<context>
    <name>HandOffSheet</name>
    <message>
        <source>Ask a librarian</source>
        <translation>咨询馆员</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>E-mail or phone, if you like</source>
        <translation>电子邮箱或电话（可不填）</translation>
    </message>
    <message>
        <source>Leave it here</source>
        <translation>留在这里</translation>
    </message>
    <message>
        <source>Only what you see here is sent. Name and address are deleted 30 days after your question is closed; this screen forgets them when you leave.</source>
        <translation>只发送您在这里看到的内容。姓名和联系方式会在问题结束 30 天后删除；您离开后，本屏幕不再保留。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>These lines go along. Tap one to leave it out.</source>
        <translation>以下内容会一并发送，点一下即可去掉某一行。</translation>
    </message>
    <message>
        <source>Your name, if you like</source>
        <translation>您的姓名（可不填）</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>您的问题</translation>
    </message>
</context>
<context>
    <name>HomeModel</name>
    <message>
        <source>{place}, {phone}</source>
        <translation>{place}，{phone}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Ask anything</source>
        <translation>有问题，请问我</translation>
    </message>
    <message>
        <source>Our places</source>
        <translation>各馆与服务点</translation>
    </message>
    <message>
        <source>Our places now</source>
        <translation>各馆与服务点现况</translation>
    </message>
    <message>
        <source>hours of %1 this week</source>
        <translation>%1本周的开放时间</translation>
    </message>
</context>
<context>
    <name>HoursCard</name>
    <message>
        <source>Hours of %1. %2</source>
        <translation>%1的开放时间。%2</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>123 ?!</source>
        <comment>key: digits and signs</comment>
        <translation>123 ?!</translation>
    </message>
    <message>
        <source>ABC</source>
        <comment>key: back to letters</comment>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>退格</translation>
    </message>
    <message>
        <source>Capitals, on</source>
        <translation>大写锁定，已开启</translation>
    </message>
    <message>
        <source>Digits and signs</source>
        <translation>数字和符号</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Hide the keyboard</source>
        <translation>隐藏键盘</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Other letters: %1</source>
        <translation>其他字母：%1</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>上档</translation>
    </message>
    <message>
        <source>Shift, on</source>
        <translation>上档，已开启</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>NewestButton</name>
    <message>
        <source>Newest</source>
        <translation>最新内容</translation>
    </message>
    <message>
        <source>Newest: there is something new</source>
        <translation>最新内容：有新消息</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Assistant</source>
        <translation>助手</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The librarian</source>
        <translation>馆员</translation>
    </message>
    <message>
        <source>The librarians have your question already, so it could not be taken back.</source>
        <translation>馆员已经收到您的问题，无法撤回。</translation>
    </message>
    <message>
        <source>This could not be sent from here. Please ask at the desk.</source>
        <translation>无法从这里发送，请到服务台咨询。</translation>
    </message>
    <message>
        <source>This goes on from ticket {code}, which was closed.</source>
        <translation>本问题接续已结束的 {code} 号咨询。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Your question is not sent any more.</source>
        <translation>您的问题不会再发送。</translation>
    </message>
    <message>
        <source>Your question is not sent any more. Should it have reached the librarians just before, they have it under the code {code}.</source>
        <translation>您的问题不会再发送。如果馆员刚才已经收到，编号是 {code}。</translation>
    </message>
    <message>
        <source>{name} had to go. Your question is back in the queue.</source>
        <translation>{name}有事离开了，您的问题已回到队列中。</translation>
    </message>
    <message>
        <source>{name} has closed your question. I am back: ask me anything.</source>
        <translation>{name}已结束您的问题。我回来了，请继续提问。</translation>
    </message>
    <message>
        <source>{name} has joined the conversation.</source>
        <translation>{name}已加入对话。</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Suggestions</source>
        <translation>候选词</translation>
    </message>
</context>
<context>
    <name>OpenHeadline</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
</context>
<context>
    <name>Phrases</name>
    <message>
        <source>%1 is with you. What you write goes to %1.</source>
        <translation>%1正在为您服务，您写的内容会发给%1。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · reviewed %2</source>
        <translation>%1 · %2核对</translation>
    </message>
    <message>
        <source>A librarian reads this and answers here, on this screen.</source>
        <translation>馆员会阅读您的问题，并在本屏幕上回答。</translation>
    </message>
    <message numerus="yes">
        <source>A librarian reads this and answers here, on this screen. %n question(s) come first.</source>
        <translation>
            <numerusform>馆员会阅读您的问题，并在本屏幕上回答。您前面还有 %n 个问题。</numerusform>
        </translation>
    </message>
    <message>
        <source>A librarian reads this and answers here, on this screen. If nobody is free, leave an e-mail address and we write to you.</source>
        <translation>馆员会阅读您的问题，并在本屏幕上回答。如果馆员都在忙，请留下电子邮箱，我们会写信给您。</translation>
    </message>
    <message>
        <source>Ask us for today&apos;s hours</source>
        <translation>今天的开放时间请咨询我们</translation>
    </message>
    <message>
        <source>By appointment</source>
        <translation>需要预约</translation>
    </message>
    <message>
        <source>By appointment today</source>
        <translation>今天需要预约</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>不开放</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>现在不开放</translation>
    </message>
    <message>
        <source>Closed · opens %1</source>
        <translation>不开放 · %1开门</translation>
    </message>
    <message>
        <source>Hard to understand</source>
        <translation>难以理解</translation>
    </message>
    <message>
        <source>Hours as of %1</source>
        <translation>开放时间更新于%1</translation>
    </message>
    <message>
        <source>Hours could not be loaded yet. Please ask at the desk.</source>
        <translation>开放时间还没有加载成功，请到服务台咨询。</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>开放时间不详</translation>
    </message>
    <message>
        <source>It is wrong</source>
        <translation>内容有误</translation>
    </message>
    <message>
        <source>Kept safe here. The librarians can&apos;t be reached right now; it goes out by itself, and they get back to you.</source>
        <translation>已妥善保存。暂时联系不上馆员，稍后会自动发送，馆员会与您联系。</translation>
    </message>
    <message>
        <source>Kept safe here. The librarians can&apos;t be reached right now; it goes out by itself.</source>
        <translation>已妥善保存。暂时联系不上馆员，稍后会自动发送。</translation>
    </message>
    <message>
        <source>Nobody is at the queue just now. Leave an e-mail address and we write to you, or ask at %1.</source>
        <translation>现在没有馆员值守。请留下电子邮箱，我们会写信给您；也可以到这里咨询：%1。</translation>
    </message>
    <message>
        <source>Not published yet</source>
        <translation>还没有公布</translation>
    </message>
    <message>
        <source>Not what I asked</source>
        <translation>答非所问</translation>
    </message>
    <message>
        <source>Number %1 in the queue. A librarian answers here.</source>
        <translation>您排在第%1位，馆员会在这里答复您。</translation>
    </message>
    <message>
        <source>On its way to the librarians…</source>
        <translation>正在发送给馆员…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>现在开放</translation>
    </message>
    <message>
        <source>Open now
until %1</source>
        <translation>现在开放
至%1</translation>
    </message>
    <message>
        <source>Open until %1</source>
        <translation>开放至%1</translation>
    </message>
    <message>
        <source>Open, times not given</source>
        <translation>开放，时间未注明</translation>
    </message>
    <message>
        <source>Opens %1</source>
        <translation>%1开门</translation>
    </message>
    <message>
        <source>Sent to the assistant as: %1</source>
        <translation>发送给助手的内容：%1</translation>
    </message>
    <message>
        <source>Something is missing</source>
        <translation>内容不完整</translation>
    </message>
    <message>
        <source>Special hours today</source>
        <translation>今天开放时间特殊</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>谢谢。</translation>
    </message>
    <message>
        <source>Thank you. Your question goes to the librarians.</source>
        <translation>谢谢。您的问题将转给馆员。</translation>
    </message>
    <message>
        <source>The librarians can&apos;t be reached just now. You can leave your question here: it goes out by itself when the connection is back. Or ask at %1.</source>
        <translation>现在联系不上馆员。您可以把问题留在这里，网络恢复后会自动发送；也可以到这里咨询：%1。</translation>
    </message>
    <message>
        <source>The library&apos;s own answers</source>
        <translation>图书馆自己的解答</translation>
    </message>
    <message>
        <source>These hours may be out of date: last checked %1</source>
        <translation>开放时间可能已过时，上次核对：%1</translation>
    </message>
    <message>
        <source>This could not be delivered. Please ask at %1.</source>
        <translation>未能送达。请到这里咨询：%1。</translation>
    </message>
    <message>
        <source>This terminal is not sure what time it is. Please ask at %1.</source>
        <translation>本机不能确定现在的时间，请到这里咨询：%1。</translation>
    </message>
    <message>
        <source>What was not right?</source>
        <translation>哪里不对？</translation>
    </message>
    <message>
        <source>You are next. A librarian answers here.</source>
        <translation>下一位就是您，馆员会在这里答复您。</translation>
    </message>
    <message>
        <source>Your question is in the queue. Nobody is at the queue just now; a librarian gets back to you.</source>
        <translation>您的问题已在队列中。现在没有馆员值守，馆员稍后会与您联系。</translation>
    </message>
    <message>
        <source>Your question is in the queue. Nobody is at the queue just now; if it can&apos;t wait, ask at %1.</source>
        <translation>您的问题已在队列中。现在没有馆员值守，如果着急，可以到这里咨询：%1。</translation>
    </message>
    <message>
        <source>Your ticket %1. %2</source>
        <translation>您的咨询编号%1。%2</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>PlacesCard</name>
    <message>
        <source>Places now</source>
        <translation>各处现况</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>更新于%1</translation>
    </message>
</context>
<context>
    <name>PreviewLine</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>QuietBar</name>
    <message>
        <source>%1 percent</source>
        <translation>百分之%1</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Don&apos;t send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>May we send your question to the librarians, so that they can improve this? Only these words are sent, without a name:</source>
        <translation>可以把您的问题发给馆员，帮助我们改进吗？只发送以下文字，不含姓名：</translation>
    </message>
    <message>
        <source>Send my question to the librarians too</source>
        <translation>同时把我的问题发给馆员</translation>
    </message>
    <message>
        <source>Send this</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>This did not help</source>
        <translation>没有帮助</translation>
    </message>
    <message>
        <source>This helped</source>
        <translation>有帮助</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>ReadAloudBar</name>
    <message>
        <source>%1 percent</source>
        <translation>百分之%1</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>大声一点</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>小声一点</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Reading aloud does not work just now.</source>
        <translation>朗读功能暂时无法使用。</translation>
    </message>
    <message>
        <source>Reading aloud is on.</source>
        <translation>朗读已开启。</translation>
    </message>
    <message>
        <source>There is no voice for {language} on this terminal.</source>
        <translation>本机没有{language}的语音。</translation>
    </message>
</context>
<context>
    <name>ResolvedStrip</name>
    <message>
        <source>Is your question answered?</source>
        <translation>您的问题解决了吗？</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是的</translation>
    </message>
</context>
<context>
    <name>SafePage</name>
    <message>
        <source>By appointment</source>
        <translation>需要预约</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>不开放</translation>
    </message>
    <message>
        <source>Closed · opens {time}</source>
        <translation>不开放 · {time}开门</translation>
    </message>
    <message>
        <source>Hours as of {time}</source>
        <translation>开放时间更新于{time}</translation>
    </message>
    <message>
        <source>Hours not known</source>
        <translation>开放时间不详</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Open until {time}</source>
        <translation>开放至{time}</translation>
    </message>
    <message>
        <source>Please ask at {desk}.</source>
        <translation>请到这里咨询：{desk}。</translation>
    </message>
    <message>
        <source>These hours may be out of date: last checked {time}</source>
        <translation>开放时间可能已过时，上次核对：{time}</translation>
    </message>
    <message>
        <source>This terminal is not sure what time it is, so it does not say what is open.</source>
        <translation>本机不能确定现在的时间，所以不显示哪里开放。</translation>
    </message>
    <message>
        <source>Today&apos;s hours are not known here.</source>
        <translation>这里没有今天的开放时间。</translation>
    </message>
    <message>
        <source>Today&apos;s hours cannot be read here.</source>
        <translation>这里无法读取今天的开放时间。</translation>
    </message>
</context>
<context>
    <name>ScreenReader</name>
    <message>
        <source>Box to tick</source>
        <translation>复选框</translation>
    </message>
    <message>
        <source>Button</source>
        <translation>按钮</translation>
    </message>
    <message>
        <source>Field to write in</source>
        <translation>输入框</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
</context>
<context>
    <name>SourceCard</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>来源：%1</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close the kiosk (exit to the system)</source>
        <translation>关闭查询终端（退出到系统）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Looking …</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Restart the screen</source>
        <translation>重新启动屏幕</translation>
    </message>
    <message>
        <source>Show what is wrong</source>
        <translation>显示问题</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>工作人员</translation>
    </message>
    <message>
        <source>Staff: enter the PIN</source>
        <translation>工作人员：请输入 PIN</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>PIN 不正确。</translation>
    </message>
    <message>
        <source>Too many wrong tries. Wait {seconds} s.</source>
        <translation>错误次数过多。请等待 {seconds} 秒。</translation>
    </message>
    <message>
        <source>What is wrong here</source>
        <translation>此处的问题</translation>
    </message>
</context>
<context>
    <name>TakeAlong</name>
    <message>
        <source>QR code with this address, to scan with a phone</source>
        <translation>此地址的二维码，可用手机扫描</translation>
    </message>
    <message>
        <source>Take it along</source>
        <translation>扫码带走</translation>
    </message>
</context>
<context>
    <name>TicketStrip</name>
    <message>
        <source>Don&apos;t send it any more</source>
        <translation>不再发送</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Your ticket</source>
        <translation>您的咨询</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Talk to a librarian</source>
        <translation>联系馆员</translation>
    </message>
</context>
<context>
    <name>WaitingDots</name>
    <message>
        <source>Looking it up</source>
        <translation>正在查找</translation>
    </message>
</context>
</TS>
