"""What is said of a plan, in its fixed order, before it becomes lines of a terminal or a page.

The order is binding (practice §2, H7): the urgent thing, then one step and this month's payments, then the path; where
no plan works, what stays safe comes before the step, and the number behind comes after it, with a way on and a help
line in the same view.
"""
