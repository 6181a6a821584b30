### Initiatives: the list, the pipeline, one initiative, the application and each step on the way.

## The list and the pipeline

initiative-list-lead = Ideas, applications and running initiatives that you may read.
initiative-views = Views
initiative-view-list = List
initiative-view-pipeline = Pipeline
initiative-new = New idea
initiative-search = Search
initiative-stage = Stage
initiative-mine = Whose
initiative-mine-yes = Mine
initiative-name = Initiative
initiative-applicant = Applicant
initiative-since = Since
initiative-case-number = Case number
initiative-applied = Applied for
initiative-granted-sum = Granted
initiative-own = yours
initiative-none = There are no initiatives here yet.
initiative-none-hint = An initiative begins with an idea that you talk over with your manager and with the association’s office.
initiative-counted = { $count ->
    [one] initiative
   *[other] initiatives
  }
initiative-pipeline-lead = { $count ->
    [0] No initiatives are on their way.
    [one] One initiative is on its way. With the association’s bodies: { $waiting }.
   *[other] { $count } initiatives are on their way. With the association’s bodies: { $waiting }.
  }
initiative-pipeline-more = And { $count } more
initiative-pipeline-sum = Applied for: { $sum }
initiative-pipeline-none = None at the moment
initiative-beside = Beside the way

## Stages

initiative-stage-idea = Idea
initiative-stage-resting = Resting
initiative-stage-draft = Draft
initiative-stage-group = With the preparatory group
initiative-stage-completion = Being completed
initiative-stage-committee = With the working committee
initiative-stage-board = With the board
initiative-stage-granted = Granted
initiative-stage-running = Running
initiative-stage-rejected = Rejected
initiative-stage-withdrawn = Withdrawn
initiative-step-group = Preparatory group
initiative-step-committee = Working committee
initiative-step-board = Board
initiative-step-resting = resting
initiative-step-completion = completion
initiative-step-rejected = rejected
initiative-step-withdrawn = withdrawn
initiative-line = The way of the initiative

## Who has it

initiative-with-idea = The idea has been with the applicant since { $day }.
initiative-with-resting = The idea has rested with the applicant since { $day }.
initiative-with-draft = The applicant has been writing the application since { $day }.
initiative-with-group = The application has been with the preparatory group since { $day }.
initiative-with-completion = The application has been with the applicant for completion since { $day }.
initiative-with-committee = The application has been with the working committee since { $day }.
initiative-with-board = The application has been with the board since { $day }.
initiative-with-granted = The board granted the application on { $day }. The office is preparing the start.
initiative-with-granted-group = The board granted the application on { $day }. The steering group is preparing the start.
initiative-with-running = The initiative has been running since { $day }, led by the steering group.
initiative-with-running-ahead = The initiative starts on { $day }, led by the steering group.
initiative-with-rejected = The board rejected the application on { $day }.
initiative-with-withdrawn = The applicant withdrew the application on { $day }.

## The next step

initiative-next = Next step
initiative-next-none = Nothing is waiting at the moment.
initiative-also = Other things you can do
initiative-ready = can be done now
initiative-not-ready = not yet
initiative-hindrance = In the way:
initiative-why = Why:
initiative-who = Done by:
initiative-who-applicant = the applicant, { $name }
initiative-who-office = the office
initiative-who-group = the preparatory group
initiative-who-committee = the working committee
initiative-who-board = the board
initiative-who-steering = the steering group
initiative-who-called = those called
initiative-who-secretary = the secretary
initiative-who-chair = the chair
initiative-who-attester = the attester
initiative-who-assignee = whoever has the assignment
initiative-do-talk = Talk the idea over
initiative-do-discard = Throw the draft away
initiative-do-rest = Let the idea rest
initiative-do-merge = Merge with another idea
initiative-do-resume = Take the idea up again
initiative-do-write = Write the application
initiative-do-complete = Write the completion
initiative-do-submit = Hand in the application
initiative-do-submit-again = Hand in the completion
initiative-do-withdraw = Withdraw the application
initiative-do-completion = Ask for completion
initiative-do-view = State a member’s view
initiative-do-examine = Examine the application
initiative-do-propose = Propose a decision
initiative-do-prepare = Prepare the board’s decision
initiative-do-send-back = Send back
initiative-do-plan = Plan a meeting of the board
initiative-do-agenda = Put the application on the agenda
initiative-agenda-of = To the meeting { $day }
initiative-report-days = Reports to the association
initiative-report-day-passed = the day has passed
initiative-do-decide = Decide
initiative-do-inform = Inform those concerned
initiative-do-steering = Set up the steering group
initiative-do-start = Note the start
initiative-do-other = Next step

## One initiative

initiative-asked = Completion has been asked for
initiative-asked-being-written = The preparatory group and others read the application as it was handed in. The completion is shown once it is handed in.
initiative-idea = The idea
initiative-facts = About the initiative
initiative-what = What it is about
initiative-whole-application = The whole application
initiative-documents = Documents
initiative-writer = Written by
initiative-parties = Parties
application-carrier = Carried by
initiative-receiver = Takes over afterwards
initiative-period = Period
initiative-period-span = { $from } to { $until }
application-orientation = Orientation
application-orientation-individual = Aimed at individuals
application-orientation-structural = Structural
application-orientation-individual-hint = Those who take part get support.
application-orientation-structural-hint = The parties develop how they work together.
initiative-noted = Idea noted
initiative-received = Handed in
initiative-talks = Talks
initiative-money = Money
initiative-money-says = { $decided ->
    [yes] Applied for { $applied }, granted { $granted }.
   *[no] Applied for { $applied }. The board has not granted anything.
  }
initiative-money-table = Amounts per year
initiative-year = Year
initiative-proposed-sum = Proposed
initiative-sum = Sum
initiative-decisions = The board’s decisions
initiative-decision-at = The meeting on { $day }, § { $paragraf }
initiative-decision-earlier = The board has decided anew after this decision.
initiative-outcome-granted = Granted
initiative-outcome-rejected = Rejected
initiative-outcome-sent-back = Sent back
initiative-conditions = Conditions
initiative-reporting = Reports due
initiative-financing = Financing
initiative-proposals = Proposals for a decision
initiative-proposal-of-group = The preparatory group’s proposal
initiative-proposal-of-committee = The working committee’s proposal
initiative-proposal-same = The preparatory group proposes the same.
initiative-preparation = The preparation before the decision: proposals, examination and views
initiative-proposes-approval = The proposal is to grant the application.
initiative-proposes-rejection = The proposal is to reject the application.
initiative-clauses = The board is proposed to decide
initiative-examination = Examination
initiative-examination-none = The preparatory group has not examined the application.
initiative-examined-on = Examined on { $day }
initiative-views-of-members = The members’ views
initiative-views-none = No member has stated a view.
initiative-views-missing = Have not stated a view: { $names }.
initiative-view-supports = Supports
initiative-view-doubts = Has doubts
initiative-view-against = Against
initiative-view-by = { $name }, { $day }
initiative-steering-group = Steering group
initiative-for-member = for { $member }
initiative-informed-on = Informed on { $day }: { $names }.
initiative-rules = How the initiative stands to the rules
initiative-rules-says = { $unmet ->
    [0] The rules do not stand in the way.
    [one] One rule is not met.
   *[other] { $unmet } rules are not met.
  }
initiative-rules-met = { $count ->
    [one] One rule is met or does not apply
   *[other] { $count } rules are met or do not apply
  }
initiative-history = What has happened
initiative-read-application = Read the application
initiative-read-draft = Read the draft
initiative-application-pdf = The application
initiative-draft-pdf = The draft
initiative-receipt-pdf = The receipt
initiative-see-receipt = See the receipt
initiative-see-missing = See what is missing
initiative-see-changes = See what has changed in the application

## The history

initiative-was-noted = The idea was noted
initiative-was-talked-manager = The idea was talked over with the manager
initiative-was-talked-office = The idea was talked over with the office
initiative-was-rested = The idea was left to rest
initiative-was-merged = The idea became part of another
initiative-has-merged = This holds the idea
initiative-was-resumed = The idea was taken up again
initiative-was-begun = The application began to be written
initiative-was-discarded = The draft was thrown away
initiative-was-submitted = The application was handed in
initiative-was-registered = Registered as { $number }.
initiative-was-asked = Completion was asked for
initiative-was-completed = The completed application was handed in
initiative-was-viewed = { $member } stated its view
initiative-was-examined = The application was examined
initiative-was-proposed-approval = The preparatory group proposed that the application be granted
initiative-was-proposed-rejection = The preparatory group proposed that the application be rejected
initiative-was-prepared-approval = The working committee proposed that the application be granted
initiative-was-prepared-rejection = The working committee proposed that the application be rejected
initiative-was-sent-back-group = The application was sent back to the preparatory group
initiative-was-sent-back-committee = The application was sent back to the working committee
initiative-was-granted = The board granted the application
initiative-was-rejected = The board rejected the application
initiative-was-returned = The board sent the application back
initiative-was-taken-back = The decision was taken back: it had been noted wrongly
initiative-was-informed = Those concerned were told of the decision
initiative-was-grouped = The steering group was set up
initiative-was-started = The initiative started
initiative-is-to-start = The initiative is to start
initiative-was-withdrawn = The application was withdrawn

## Reading the application and the receipt

initiative-application = Application for project funding
initiative-application-draft = Draft application for project funding
initiative-not-received = Not handed in yet
initiative-dated = Dated
initiative-part-summary = Summary
initiative-part-signature = Signature
initiative-nothing = Nothing stated.
initiative-signed = Handed in { $how } { $day }.
initiative-receipt = Receipt
initiative-receipt-lead = The application “{ $title }” has arrived and has case number { $number }.
initiative-receipt-came = Arrived
initiative-receipt-what = What has arrived
initiative-receipt-next = What happens now
initiative-receipt-questions = Questions
initiative-receipt-public = The application is a public document. It is registered by the association and handed out to anyone who asks, unless secrecy applies.
initiative-to-initiative = To the initiative
initiative-changes = What has changed in the application
initiative-changes-lead = Each time the application was handed in anew, with what changed then. The latest comes first.
initiative-changes-none = The application has not changed since it was handed in.
initiative-change-handed-in = Handed in on { $day } by { $name }
initiative-change-saved = In the draft, saved on { $day } by { $name }

## The forms: the idea

initiative-new-lead = Be brief. The next step is to talk the idea over with your manager and with the association’s office, before you write an application.
initiative-new-title = Title
initiative-new-title-hint = At most 120 characters.
initiative-new-text = The idea
initiative-new-text-hint = Who needs support, what is missing today, and which parties need to work together? Do not write about individual people.
initiative-new-applicant = Organisation that wants to apply
initiative-new-applicant-hint = For example the municipality and the unit you work at.
initiative-new-save = Note the idea
initiative-talk-lead = Note whom you spoke with and what you agreed. The office can say whether the idea fits the association’s goals.
initiative-talk-with = Spoke with
initiative-talk-with-manager = My manager
initiative-talk-with-office = The association’s office
initiative-talk-note = What you agreed
initiative-talk-save = Note the talk
initiative-discard-lead = What is written is erased and cannot be brought back. The idea is kept.
initiative-discard-again-lead = What has been written since the application was handed in is erased and cannot be brought back. The application that was handed in is kept.
initiative-rest-lead = An idea that rests is kept and can be taken up again at any time.
initiative-rest-why = Why the idea is left to rest
initiative-merge-lead = For two ideas that are the same. Everything written is kept, and the idea can be taken up again.
initiative-merge-into = The initiative it becomes part of
initiative-merge-into-hint = The one that is worked on from here.
initiative-merge-choose = Choose which initiative the idea becomes part of.
initiative-resume-lead = The idea is taken up where it was when it was put aside.

## The forms: the application

initiative-draft-title = Application for project funding
initiative-draft-lead = Save whenever you like, also half finished. What is not marked Optional must be filled in when you hand in. Do not write about individual people.
application-part-about = About the initiative
application-title = Name of the initiative
application-part-need = Need and target group
application-title-hint = At most 120 characters.
application-need = Need
application-need-hint = What is missing today, and how do you know? Figures are welcome.
application-target-group = Target group
application-target-group-hint = Whom the initiative is for, and roughly how many.
application-needs-coordination = The target group needs support from at least two parties at once
application-needs-coordination-hint = The association may only finance what requires coordination (section 2 of the Act on financial coordination).
application-aims-at-work-ability = The initiative is to give or improve the ability to work
application-part-parties = The parties
application-parties = Members that take part
application-parties-hint = At least two parties. Two municipalities count as one party.
application-carrier-hint = The member that carries the work and receives the money.
application-members-heard = Member organisations you have spoken with
application-members-heard-hint = Those concerned should have had their say before the application is handed in.
application-part-method = Method and goals
application-method = Method
application-method-hint = How the work is done, in order.
application-goals = Goals
application-goals-hint = What will have happened when the initiative ends.
application-indicators = Quality indicators
application-indicators-hint = How you see that the goals are reached, for example the share in work or studies after three months.
application-part-budget = Period and budget
application-from = First day
application-until = Last day
application-budget = Amount applied for per year
application-budget-hint = What you apply for from the association for each year. Empty rows do not count.
initiative-draft-year = Year
initiative-draft-amount = Amount
initiative-draft-add-year = Add a year
initiative-draft-row = Row { $row }
application-part-follow = Follow-up and evaluation
application-follow-up = Follow-up
application-follow-up-hint = Who follows up, how often, and to whom it is reported.
application-evaluation = Evaluation
application-evaluation-hint = How you will know whether the method worked.
application-part-after = After the initiative
application-implementation = How the work becomes part of regular operations, or how it is financed then
application-implementation-hint = If it is missing when the board is to decide, a written reason is needed.
application-receiver = Member that takes over
application-part-limits = Limits for what the association may finance
application-service-by-association = In the initiative the association itself gives support or services to individuals, or examines their right to benefits
application-service-by-association-hint = A coordination association may not do that (section 7). The money is to go to a party that carries the work.
application-asf = Work integration social enterprises (ASF)
application-asf-hint = Tick what is true. The guidance says what may be financed.
application-asf-involved = Such an enterprise takes part
application-asf-cash-to-business = Cash is paid to a business
application-asf-starts-or-develops = Such an enterprise is started or developed
application-asf-membership = Membership in such an enterprise is paid for
application-asf-trains-staff = The enterprise’s staff is trained
initiative-draft-save = Save
initiative-draft-save-on = Save and go on to handing in

## The forms: handing in

initiative-submit-lead = When you hand in, the application is entered in the association’s register. You get a case number and a receipt at once, and the preparatory group takes over.
initiative-submit-again-lead = The completed application is registered in the same case, and the preparatory group takes over again.
initiative-submit-nothing = There is no draft
initiative-submit-nothing-says = Write the application and save it; then it can be handed in.
initiative-submit-missing = This is missing
initiative-submit-missing-says = Fill in what is missing in the application, and it can be handed in.
initiative-submit-barred = The rules stand in the way
initiative-submit-ready = Everything that is needed is filled in
initiative-submit-ready-says = Read it through a last time. An application that has been handed in is only changed if the preparatory group asks for completion.
initiative-withdraw-lead = A withdrawn application is not examined. It stays in the register.
initiative-withdraw-why = Why the application is withdrawn

## The forms: the preparation

initiative-completion-lead = The applicant gets the application back, completes it and hands it in again. The request is registered in the case.
initiative-completion-what = What needs to be completed
initiative-completion-what-hint = Write so that the applicant knows what is enough.
initiative-view-lead = This is the organisation’s view of the application, not your own.
initiative-view-member = Member
initiative-view-member-own = Choose a member that you speak for in the preparatory group.
initiative-view-view = The organisation’s stand
initiative-view-text = View
initiative-view-save = State the view
initiative-examine-lead = Note how the application stands to the law, the bylaws and the goals of the plan. Only then can the group propose a decision.
initiative-examine-text = What the examination shows
initiative-examine-save = Note the examination
initiative-propose-lead = The proposal goes on to the board and becomes the proposed decision of the item.
initiative-prepare-lead = The preparatory group’s proposal is filled in. Change what the working committee wants to propose to the board.
initiative-propose-way = Proposal
initiative-propose-approve = That the application be granted
initiative-propose-reject = That the application be rejected
initiative-propose-clauses = The decision in clauses
initiative-propose-clauses-hint = One clause on each line, in Swedish: att bevilja insatsen 500 000 kronor för 2027.
initiative-propose-grounds = Grounds for the proposal
initiative-propose-grant = What is granted
initiative-propose-grant-hint = Filled in when the proposal is to grant.
initiative-propose-amounts = Amounts per year
initiative-propose-amount-of = { $year } (applied for: { $applied })
initiative-propose-conditions-hint = One condition on each line.
initiative-propose-reporting = Days when the steering group is to report
initiative-propose-reporting-day = Report { $row }
initiative-propose-add-day = Add a day
initiative-propose-financing-hint = A decision about money during the year states how it is financed (chapter 11, section 15 of the Local Government Act).
initiative-propose-save = Make the proposal
initiative-prepare-save = Make the proposal to the board
initiative-send-back-lead = The application goes back a step. What was prepared there is prepared anew.
initiative-send-back-to = To
initiative-send-back-group = The preparatory group
initiative-send-back-committee = The working committee
initiative-send-back-why = Why

## The forms: after the decision

initiative-inform-lead = Managers, steering groups and team leaders concerned are to know what the board has decided. Note who have been told.
initiative-inform-to = Those who have been told
initiative-inform-to-hint = One on each line, for example a function: the head of the labour market unit.
initiative-inform-told = Already told: { $names }.
initiative-inform-save = Note
initiative-steering-lead = The steering group leads the initiative, follows it up and reports. The parties are to be represented.
initiative-steering-name = Name of the steering group
initiative-steering-name-of = Steering group of { $title }
initiative-steering-people = Members of the group
initiative-steering-people-hint = Choose a person and which member the person speaks for. At least two members. If somebody is missing, the name is added under People first. Empty rows do not count.
initiative-steering-empty-rows = Empty rows do not count.
initiative-steering-person = Person
initiative-steering-member = For the member
initiative-steering-add = Add a person
initiative-steering-whole = Choose both person and member on each row.
initiative-steering-save = Set up the steering group
initiative-start-lead = The initiative is running from this day on.
initiative-start-on = First day of work
initiative-start-save = Note the start

## When a step cannot be taken

initiative-not-now = It cannot be done now
initiative-not-now-says = This step belongs to another stage: { $what }.

## What is said after a step

initiative-said-noted = The idea is noted. Talk it over with your manager and with the office.
initiative-said-talked = The talk is noted.
initiative-said-rested = The idea rests.
initiative-said-merged = The idea is now part of the other.
initiative-said-resumed = The idea is taken up again.
initiative-said-saved = The draft is saved.
initiative-said-discarded = The draft has been thrown away.
initiative-said-submitted = The application is handed in and registered.
initiative-said-withdrawn = The application is withdrawn.
initiative-said-asked = The request for completion has gone to the applicant.
initiative-said-viewed = The view is stated.
initiative-said-examined = The examination is noted.
initiative-said-proposed = The proposal is made.
initiative-said-prepared = The proposal to the board is made.
initiative-said-sent-back = The application is sent back.
initiative-said-informed = It is noted who have been told.
initiative-said-steering = The steering group is set up.
initiative-said-started = The start is noted.
door-initiatives = Applications and initiatives, from idea to running.
