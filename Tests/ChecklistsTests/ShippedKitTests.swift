import Checklists
import RulesEngine
import Testing

/// The checklists, questions and topics that ship are whole: nothing is said twice, and everything has a source.
struct ShippedKitTests {
    let kit: AdviceKit

    init() throws { kit = try KitFixture().kit }

    @Test func everyIDStandsForOneThing() {
        for ids in [kit.items.map(\.id), kit.questions.map(\.id), kit.topics.topics.map(\.name)] {
            #expect(Set(ids).count == ids.count)
        }
    }

    @Test func noWordMeansTwoTopics() {
        for topic in kit.topics.topics {
            for word in [topic.name] + topic.words {
                #expect(kit.topics.topics(saidBy: word).map(\.name) == [topic.name], "\(word)")
            }
        }
    }

    @Test func everyQuestionHasAKnownTopic() {
        for question in kit.questions { #expect(kit.topics.topic(named: question.topic) != nil, "\(question.id)") }
    }

    @Test func everyQuestionAsks() {
        for question in kit.questions {
            for wording in [question.wording] + question.variants {
                #expect(wording.hasSuffix("?") && wording.first?.isUppercase == true, "\(question.id): \(wording)")
            }
        }
    }

    @Test func noWordingIsThereTwice() {
        let wordings = kit.questions.flatMap { [$0.wording] + $0.variants }
        #expect(Set(wordings).count == wordings.count)
    }

    @Test func everyTopicThatIsToldHasAQuestion() {
        let asked = Set(kit.questions.map(\.topic))
        let silent = kit.topics.topics.filter { !asked.contains($0.name) }
        // Confidence is not asked for: it shows when people say yes.
        #expect(silent.map(\.name) == ["confidence"])
        #expect(silent.allSatisfy { !$0.shownBy.isEmpty })
    }

    @Test func everythingHasASource() {
        for item in kit.items { #expect(item.source != nil, "\(item.id)") }
        for question in kit.questions { #expect(question.source != nil, "\(question.id)") }
        for topic in kit.topics.topics { #expect(topic.source != nil && !topic.because.isEmpty, "\(topic.name)") }
    }

    @Test func theTenGoalsComeFirstInTheirOrder() {
        let names = kit.topics.topics.prefix(10).map(\.name)
        #expect(
            names == [
                "network", "typical day", "confidence", "competitive edge", "others' mistakes", "career path",
                "education needed", "entry requirements", "industry outlook", "culture",
            ])
    }

    @Test func noStatisticIsToldAsAFact() {
        for question in kit.questions {
            #expect(!question.wording.contains("%") && !question.wording.contains("percent"))
        }
    }
}
