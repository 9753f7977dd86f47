"""What each rule says: its title, why it matters, what to do. Parameters are those the rule declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from .catalog import gettext_noop

N_ = gettext_noop


class RuleText(NamedTuple):
    """One rule in words."""

    title: str
    why: str
    do: str


RULES: Final[Mapping[str, RuleText]] = {
    # Users
    "only-internal-users": RuleText(
        N_("Only people inside the organisations were heard"),
        N_("Those heard work in the organisations: {groups}. Needs of people outside stay unknown and unmet."),
        N_("Talk with people in the situation itself, and enter what you learn as insight."),
    ),
    "user-group-not-heard": RuleText(
        N_("A user group was not heard"),
        N_(
            "No insight and no test comes from this group, so its needs are guesses. Some groups are easily overlooked."
        ),
        N_("Find out who can tell, hear them, and enter it as insight; or say why the group is not concerned."),
    ),
    "need-without-insight": RuleText(
        N_("A need has no insight behind it"),
        N_("Nothing tells where this need comes from, so nobody can judge whether it is real."),
        N_("Tie the need to the insight it comes from, or collect that insight."),
    ),
    "insight-without-need": RuleText(
        N_("An insight became neither a need nor a finding"),
        N_("Good insight has been collected before without giving users anything. This one leads nowhere yet."),
        N_("Word the need or the obstacle it shows, and tie the insight to it."),
    ),
    "need-without-effect": RuleText(
        N_("No effect meets a need"),
        N_("The need is known, but nothing that is planned changes anything for those who have it."),
        N_("Describe the effect people would notice, or tell in a note why the need waits."),
    ),
    "insight-collected-alone": RuleText(
        N_("One organisation collected an insight alone"),
        N_("Partners who were not there find it harder to trust the picture, and may feel that it is pushed on them."),
        N_("Let somebody from another organisation come along next time, and tell who collected it."),
    ),
    # Journeys
    "step-without-evidence": RuleText(
        N_("A step of the journey rests on no evidence"),
        N_("No insight, rating or finding tells that people really live through this step in this way."),
        N_("Tie the step to an insight, or ask people about it."),
    ),
    "journey-never-tested": RuleText(
        N_("A wanted journey was never tried with users"),
        N_("A journey that looks good on paper may still fail those who are to walk it."),
        N_("Walk through it with real users, enter the round as a user test, and change the journey afterwards."),
    ),
    "municipality-missing": RuleText(
        N_("No municipality takes part"),
        N_(
            "Users meet a municipality on the journey (steps: {steps}), but none takes part and nobody speaks for them."
        ),
        N_("Invite a municipality, or KS, early, as an equal; enter it as an actor or as municipal representative."),
    ),
    "private-or-voluntary-not-at-table": RuleText(
        N_("A private or voluntary organisation on the journey is not at the table"),
        N_("Users meet it on the way (steps: {steps}), so the journey is not whole without it."),
        N_("Ask it, and enter it as an actor with its status; also when it was asked and declined."),
    ),
    "public-organisation-not-at-table": RuleText(
        N_("A public organisation on the journey is not at the table"),
        N_("Users meet it on the way (steps: {steps}), but it neither leads nor takes part."),
        N_("Contact it, and settle its role and responsibility in the next phase."),
    ),
    "agency-side-wording": RuleText(
        N_("A name is worded from the agency's side"),
        N_("“{word}” is what an agency asks for. People want to build a house or to manage at home, not to apply."),
        N_("Ask in which situation somebody would do this, and let the name say that, as the person would."),
    ),
    # Goals
    "no-problem": RuleText(
        N_("The problem is not described"),
        N_("Goals can only be shared by those who share a picture of what is wrong today, and for whom."),
        N_("Describe the problem together: how it is today, for whom, and what happens if nothing is done."),
    ),
    "goal-without-need": RuleText(
        N_("A goal does not lead back to a need"),
        N_("No need stands behind the goal, neither directly nor through its effects or the goals it belongs with."),
        N_("Tie the goal to the needs it comes from, or ask whose goal it is."),
    ),
    "goal-without-indicator": RuleText(
        N_("A goal has no indicator"),
        N_("Nobody will be able to say whether the goal was reached."),
        N_("Choose something that can be measured, with a value for today and one to reach."),
    ),
    "goal-without-effect": RuleText(
        N_("No effect leads to an effect goal"),
        N_("As long as the goal is not cut up into effects people notice, nobody knows which services must change."),
        N_("Walk through the journey and describe the effects that together reach the goal."),
    ),
    "goal-without-decider": RuleText(
        N_("Nobody is named who decides a goal"),
        N_("When it is unclear who settles the goal in the end, settling it takes longer than the work itself."),
        N_("Name the body or organisation that decides it."),
    ),
    "goal-conflict-without-level": RuleText(
        N_("A conflict between goals has no level for solution"),
        N_("Some conflicts can be solved in the daily work; others need leaders or politicians, and that takes time."),
        N_("Say at which level it must be solved, and take it there."),
    ),
    "vision-without-date": RuleText(
        N_("A vision has no date"),
        N_("An ambition without a date binds nobody."),
        N_("Say when it shall be reached."),
    ),
    "no-shared-story": RuleText(
        N_("There is no shared story"),
        N_("Figures seldom move leaders. A told picture of the user today and tomorrow, with each one's part, does."),
        N_("Write the story together: the user today, the turning point, the user tomorrow, what each contributes."),
    ),
    # Effects and obstacles
    "effect-without-step": RuleText(
        N_("An effect is noticed nowhere on the journey"),
        N_("Without a step, nobody can see where people would notice it or which services must change."),
        N_("Tie the effect to the steps where it is noticed."),
    ),
    "effect-nobody-delivers": RuleText(
        N_("Nobody delivers an effect"),
        N_("No deliverable serves it, so it will not come about."),
        N_("Plan a deliverable that gives it, or move the effect to a later phase with a note."),
    ),
    "effect-not-judged": RuleText(
        N_("It is not judged who is needed for an effect"),
        N_("It lacks the organisations that must change something, or whether one can do it alone."),
        N_("Choose alone or together, and name the organisations."),
    ),
    "effect-not-alone": RuleText(
        N_("An effect said to need one organisation needs several"),
        N_("Changes, data flows, obstacles and deliverables name more than one: {organisations}."),
        N_("Make it a joint priority, or cut it up so that one organisation can do its part alone."),
    ),
    "obstacle-without-remover": RuleText(
        N_("Nobody can remove an obstacle"),
        N_("It is not said who can take it away, so it waits for somebody else."),
        N_("Say who can remove it, at which level, and how long that takes."),
    ),
    "obstacle-left-alone": RuleText(
        N_("An obstacle was found and then left alone"),
        N_("No effect waits for it to be gone, and no deliverable removes it."),
        N_("Tie it to the effect it holds back or to a deliverable, or mark that it does not matter."),
    ),
    # Deliverables
    "deliverable-without-accountable": RuleText(
        N_("Nobody answers for a deliverable"),
        N_("A deliverable that several share, or nobody has, is the one that is not done."),
        N_("Name exactly one accountable organisation; others can contribute."),
    ),
    "deliverable-without-effect": RuleText(
        N_("A deliverable serves no effect"),
        N_("No user will notice it, and no other deliverable needs it."),
        N_("Tie it to the effect it serves, or ask whether it is needed."),
    ),
    "deliverable-before-law": RuleText(
        N_("A deliverable does not wait for the law it needs"),
        N_("{regulation} must change first. Neither dependencies nor plan make the deliverable wait for that."),
        N_("Let it depend on the deliverable that changes the law, or plan its finish after the law is in force."),
    ),
    "integration-owned-by-none": RuleText(
        N_("Nobody answers for integration across systems"),
        N_("These tie systems together: {deliverables}. When all share the responsibility, often nobody has it."),
        N_("Give one organisation the role of being responsible for integration across."),
    ),
    "integration-owned-by-several": RuleText(
        N_("Several answer for integration across systems"),
        N_("More than one has the role: {organisations}. What falls between them is then nobody's."),
        N_("Place the responsibility in one organisation."),
    ),
    "deliverable-without-users": RuleText(
        N_("Nobody was heard about a deliverable"),
        N_("Neither users nor affected actors were heard or take part in making it."),
        N_("Say who was heard and who takes part, or ask them now."),
    ),
    "deliverable-without-stop-point": RuleText(
        N_("A deliverable has no stop point"),
        N_("Without one there is no agreed place to adjust the course, or to stop in time."),
        N_("Choose a stop point where it is looked at together, also with the ministries."),
    ),
    # Benefits
    "benefit-without-owner": RuleText(
        N_("Nobody owns a benefit"),
        N_("Benefits do not come by themselves. Somebody who can change the work where it appears must take it out."),
        N_("Give it a benefit owner: a leader in the line of the organisation where the benefit appears."),
    ),
    "benefit-without-baseline": RuleText(
        N_("A benefit has no value to be measured against"),
        N_("Unless it is measured before anything is in use, nobody can show afterwards what was gained."),
        N_("Measure the value of today before the first deliverable is in use, and enter it with its date."),
    ),
    "benefit-without-indicator": RuleText(
        N_("It is not said how a benefit is seen"),
        N_("Without an indicator there is nothing to follow up, neither for priced nor for unpriced benefits."),
        N_("Choose what shall be measured or described, and how often."),
    ),
    "benefit-without-date": RuleText(
        N_("It is not said when a benefit begins"),
        N_("It has no first year, and its deliverables are not all in the plan that is followed."),
        N_("Enter from when it is gained, or put its deliverables into the plan."),
    ),
    "benefit-without-deliverable": RuleText(
        N_("Nothing that is delivered gives a benefit"),
        N_("No deliverable leads to it, neither directly nor through an effect, so it is a hope."),
        N_("Tie it to the deliverables it needs, all of them."),
    ),
    # Money
    "cost-without-payer": RuleText(
        N_("Nobody pays a cost"),
        N_("Where money has no payer, work stops when the first bill comes."),
        N_("Agree on who pays, and enter it; the payer need not be where the cost arises."),
    ),
    "deliverable-without-cost": RuleText(
        N_("A deliverable has no estimated cost"),
        N_("Without it nobody can see who carries how much, and it cannot be planned."),
        N_("Enter an estimate with low, likely and high, also a rough one; zero is an estimate too."),
    ),
    "net-loser": RuleText(
        N_("An organisation carries more than it gains"),
        N_("Costs, benefits and agreed payments add up to {net} in present value: a good reason to hold back."),
        N_("Agree on a payment, a grant or another sharing, or have the organisation accept it in writing."),
    ),
    "no-operation-payer": RuleText(
        N_("Nobody pays for operation"),
        N_("Small first solutions have stood unused because nobody had money to run them."),
        N_("Agree on who pays for operation and management before the work begins."),
    ),
    "operation-not-funded": RuleText(
        N_("Operation lacks committed money"),
        N_("Years after it is in use without committed money: {years} of {of}, the first one {first}."),
        N_("Enter granted funding that covers operation, or the budget of who pays; else ask for it in time."),
    ),
    "closed-scheme": RuleText(
        N_("Funding is hoped for from a scheme that is closed"),
        N_("{scheme} paid for the last time in {last_year}."),
        N_("Look for another scheme, or use the method with own money."),
    ),
    "estimate-without-certainty": RuleText(
        N_("An estimate does not say how certain it is, or from when"),
        N_("Early estimates are read as promises when nothing is said about how sure they are and how old."),
        N_("Enter how certain it is and the day it was made."),
    ),
    "priority-follows-funding": RuleText(
        N_("A need waits while one that matters less has money"),
        N_("{need} matters less to users and has granted money. What could be funded won over what is needed."),
        N_("Show both orders to the steering group, and decide with reasons."),
    ),
    # Data and law
    "data-flow-without-ground": RuleText(
        N_("Data is to flow without legal ground on both sides"),
        N_("The provider must be allowed to give and the consumer to get. To clarify that takes time."),
        N_("Enter the ground on both sides, or register what is missing as an obstacle with somebody to remove it."),
    ),
    "data-flow-without-parties": RuleText(
        N_("It is not said who gives or gets data"),
        N_("Provider and consumer have different duties; without names nobody has them."),
        N_("Name the provider and the consumer."),
    ),
    "data-flow-without-purpose": RuleText(
        N_("It is not said what data is needed for"),
        N_("Whether data may be shared is judged by its purpose, and only what the purpose needs may be asked for."),
        N_("Let the consumer describe the purpose."),
    ),
    "data-flow-layer-not-judged": RuleText(
        N_("A data flow is not judged in all four layers"),
        N_("It is past the idea, but legal, organisational, semantic and technical matters are not all looked at."),
        N_("Enter how far each of the four layers has come."),
    ),
    "law-change-without-owner": RuleText(
        N_("Nobody drives a change of regulation"),
        N_("Waiting for changed law has delayed such work more than technology has."),
        N_("Agree with the responsible ministry on who drives it."),
    ),
    "law-change-without-date": RuleText(
        N_("It is not said when a changed regulation is expected in force"),
        N_("A change of law has its own timeline, and what needs it cannot be planned without."),
        N_("Enter the period in which it is expected in force, also when it is uncertain, with its milestones."),
    ),
    # Governance
    "no-leader": RuleText(
        N_("Nobody leads"),
        N_("No organisation leads the collaboration, and not every workstream has a leader of its own."),
        N_("Agree on who leads, and enter it."),
    ),
    "no-process-owner": RuleText(
        N_("Nobody owns the process"),
        N_("Who owns the process and who leads the work are the two roles one cannot begin without."),
        N_("Agree on a process owner, and enter the role with the organisation that holds it."),
    ),
    "no-operative-leader": RuleText(
        N_("Nobody leads the daily work"),
        N_("Who owns the process and who leads the work are the two roles one cannot begin without."),
        N_("Agree on an operative leader, and enter the role with the organisation that holds it."),
    ),
    "no-steering-group": RuleText(
        N_("There is no steering group with a mandate"),
        N_("Good work has stranded because no structure had the mandate to decide."),
        N_("Set up a steering group, and write down what it may decide."),
    ),
    "steering-group-without-leaders": RuleText(
        N_("Nobody in a steering group has power over resources"),
        N_("Those who sit there must go home and ask before anything can be decided."),
        N_("Bring in leaders who answer for people and money, and mark their seats."),
    ),
    "model-without-reasons": RuleText(
        N_("A governance model was chosen without reasons"),
        N_("Without the reasons nobody can tell later whether they still hold."),
        N_("Write down why this model fits, and what speaks against it."),
    ),
    "model-not-reconsidered": RuleText(
        N_("A governance model has no day on which it is reconsidered, or the day is past"),
        N_("What fits at the start seldom fits to the end: actors, knowledge and tasks change."),
        N_("Choose a day, at the latest at the next change of phase."),
    ),
    "project-with-unknown-solution": RuleText(
        N_("A project was chosen before the solution is known"),
        N_("The project model needs a known solution: a recommended concept with all six study questions answered."),
        N_("Answer the questions first, or choose a network or a programme until they are."),
    ),
    "network-with-fixed-dates": RuleText(
        N_("A network is bound to dates"),
        N_("A network lives by trust and by what each one wants. Dates it is forced to keep wear that down."),
        N_("Give the bound deliverables a project or programme of their own, or loosen the dates."),
    ),
    "programme-without-benefit-owner": RuleText(
        N_("A programme has no benefit owner"),
        N_("A programme is steered by the benefits it gives; with no owner of them it steers by nothing."),
        N_("Enter benefit owners in the organisations where the benefits appear."),
    ),
    "no-agreement-for-shaping": RuleText(
        N_("The parties shape together without an agreement for it"),
        N_("No signed agreement for this phase settles money, roles and structure."),
        N_("Make an agreement for the shaping phase that settles all three, and enter when it was signed."),
    ),
    "no-agreement-for-delivering": RuleText(
        N_("The parties deliver together without an agreement for it"),
        N_("No signed agreement for this phase settles money, roles and structure."),
        N_("Make an agreement for the delivering phase that settles all three, and enter when it was signed."),
    ),
    "agreement-expired": RuleText(
        N_("The agreement for this phase has expired"),
        N_("It was valid until {until}, and the work goes on."),
        N_("Renew it, or agree on how the work is ended."),
    ),
    "no-disagreement-logged": RuleText(
        N_("No disagreement is written down"),
        N_("Where several organisations meet, some disagree. When nothing is written, agreement may only be apparent."),
        N_("Ask each organisation what it would rather have otherwise, and enter it, also when you can live with it."),
    ),
    "disagreement-without-way-out": RuleText(
        N_("A disagreement has no level or no deadline ahead"),
        N_("Disagreements nobody is asked to settle come back late, when they cost most."),
        N_("Say at which level it is settled and by when."),
    ),
    # Concepts
    "delivering-without-study": RuleText(
        N_("Delivering began before the study questions were answered"),
        N_("No recommended concept answers all six questions, however small or politically decided the measure is."),
        N_("Answer all six for the recommended concept, as thoroughly as its effects call for."),
    ),
    "no-zero-alternative": RuleText(
        N_("There is no zero alternative"),
        N_("Without knowing what happens if nothing is done, no alternative can be said to be better."),
        N_("Enter a concept that carries today's situation forward, and mark it as the zero alternative."),
    ),
    "only-one-concept": RuleText(
        N_("There is only one concept, or none"),
        N_("A choice between one way and nothing is hardly a choice, and the first idea is seldom the best."),
        N_("Work out at least one more, preferably one that starts somewhere else."),
    ),
    "concept-without-control-answers": RuleText(
        N_("A concept is not tried against the control questions"),
        N_("Control questions without answer: {missing}. They show what a concept does to users, tasks and ownership."),
        N_("Answer them; “not known” is an answer that tells what to find out."),
    ),
    # Endorsement
    "leadership-not-behind": RuleText(
        N_("The leadership of an affected organisation does not stand behind it"),
        N_("The organisation must change or deliver something, but no valid endorsement by its leadership is entered."),
        N_("Ask its leadership what it stands behind and until when, and enter it with where it is written."),
    ),
    "those-affected-not-behind": RuleText(
        N_("Those affected were not asked to stand behind it"),
        N_("Professionals, front line and user organisations live with the result, and none of them stands behind it."),
        N_("Ask them, and enter what they stand behind."),
    ),
    "endorsement-expired": RuleText(
        N_("An endorsement has expired"),
        N_("It was valid until {until}. Leaders change, and so do their reasons."),
        N_("Ask again, and show what has changed since."),
    ),
    "endorsement-of-older-content": RuleText(
        N_("What was endorsed has changed since"),
        N_("The content is not the one the endorsement was given to, so nobody knows whether it still holds."),
        N_("Show the difference to those who gave it, and ask again."),
    ),
    "endorsement-not-in-plans": RuleText(
        N_("An endorsement is neither in the organisation's plan nor in its allocation letter"),
        N_("Endorsement that is not in plans is the first to give way when something urgent comes."),
        N_("Get it into the organisation's own plan, or ask the ministry for wording in the allocation letter."),
    ),
}
"""The words of every rule, by its id."""

SEVERITIES: Final[Mapping[str, str]] = {"error": N_("Error"), "warning": N_("Warning"), "advice": N_("Advice")}

GATES: Final[Mapping[str | None, str]] = {
    "start": N_("Stands in the way of ending the start phase"),
    "shape": N_("Stands in the way of ending the shaping phase"),
    "deliver": N_("Stands in the way of ending the delivering phase"),
    None: N_("Stands in the way of no phase"),
}
"""What a finding blocks, by the phase."""

GENERATIONS: Final[Mapping[str, str]] = {
    "a": N_("The three-phase guide of 2019/2020"),
    "b": N_("The governance guide of 2021/22"),
    "c": N_("The updated governance guide of 2024"),
    "council": N_("Digitaliseringsrådet"),
    "audit": N_("Riksrevisjonen"),
    "other": N_("Other public guidance"),
    "own": N_("Our own judgement, not from the guidance"),
}
"""Where a rule comes from, by generation."""
