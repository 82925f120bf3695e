/// The pieces of advice that checklists, questions and topics have to encode, by catalogue id.
enum Catalogue {
    /// Advice in the form of a checklist.
    static let checklists = words(
        """
        s0/read-job-advertisements s0/use-linkedin-to-find-people s0/read-working-identity
        s0/take-stock-of-your-gifts s0/state-driving-factors s1/use-free-workshops-and-events
        s1/resume-highlight-transferable-skills s1/resume-drop-unrelated s1/bring-your-resume
        s1/dress-as-for-a-job-interview s1/ask-if-they-have-a-few-more-minutes s1/request-a-business-card
        s1/thank-for-time-and-insights s1/make-sure-the-note-went s2/linkedin-shows-shared-ties
        s2/setting-up-is-the-hard-part s2/pitch-who-you-are s2/pitch-your-experiences
        s2/pitch-skills-you-offer s2/pitch-what-you-hope-for s2/rehearse-the-pitch s2/just-listen
        s3/brainstorm-for-someone s3/check-friends-and-family s3/search-online-for-a-candidate
        s3/say-thanks-with-the-reason s3/be-professional-and-polite s4/match-your-values
        s4/extra-skills-stand-out s4/gauge-lasting-enthusiasm s4/learn-then-set-up
        """)

    /// Advice in the form of a question.
    static let questions = words(
        """
        s0/q-shortcuts s0/q-typical-day s0/q-love-and-hate s0/q-biggest-misconception s0/q-groups s0/q-books
        s0/q-blogs s0/q-in-my-shoes s1/q-how-they-started s1/q-positions-available s1/q-positions-in-demand
        s1/q-foot-in-the-door s2/q-what-they-do s2/q-how-they-got-there s2/q-view-of-industry
        s2/q-view-of-company-and-job s2/q-advice-for-transition s2/q-who-else-to-talk-to s3/q-workday
        s3/q-workload-cycles s3/q-routine-and-novelty s3/q-do-you-like-that-pattern s3/q-skills-brought
        s3/q-skills-acquired s3/q-skills-used-most s3/q-how-to-start-out s3/q-coursework-or-experience
        s3/q-membership s3/q-tests-and-licensing s3/q-advancement s3/q-requirements-for-advancement
        s3/q-challenges-and-rewards s3/q-workplace-culture s3/q-wish-you-had-known s3/q-anything-else
        s3/q-may-i-follow-up s3/q-who-else s4/ask-insiders-about-coming-years s4/q-additional-skills
        s4/q-internal-training-preferred s4/q-which-schools-employers-look-to s4/q-typical-career-path
        s4/q-growth-in-an-organisation s4/q-leadership-saturation s4/q-will-hard-work-move-you-up
        s4/q-what-would-you-change s4/q-good-aspects s4/q-challenges
        """)

    /// Advice in the form of something to learn.
    static let goals = words(
        """
        s0/learn-about-the-field s0/learn-what-working-there-is-like s0/learn-the-real-trends
        s0/learn-the-challenges s0/learn-the-shortcuts s0/test-the-romanticised-picture
        s0/check-the-working-environment s0/appreciation-earns-insider-talk s1/no-job-is-safe
        s1/learn-industry-and-path s1/insights-not-from-job-interviews
        s1/insights-not-from-casual-networking s1/find-the-right-qualifications
        s2/the-chain-leads-to-the-job s3/only-while-uncertain s3/show-initiative-and-persistence
        s3/polite-visitors-get-asked-for-a-resume s3/technique-is-little-known s4/use-it-to-decide
        s4/explore-future-employers s4/assess-the-culture s4/know-strengths-and-vulnerabilities
        s4/know-growth-or-decline s4/know-entry-level-requirements s4/check-whether-education-is-needed
        s4/most-new-jobs-need-training s4/save-money-and-time s4/check-a-schools-reputation
        s4/avoid-stagnation s4/find-skill-building-opportunities s4/getting-one-builds-confidence
        s4/learn-the-average-day s4/expand-your-network s4/network-to-find-employment s4/hidden-job-market
        s4/few-know-what-it-is s4/consider-all-ten-goals
        """)

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
