import io
import unittest
from unittest import mock

import openai


def greet(name):
    response = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": f"Greet {name}"}])  # OAI102:16
    return response["choices"][0]["message"]["content"]  # OAI112:12


class GreetTest(unittest.TestCase):
    @mock.patch("openai.ChatCompletion.create")  # OAI104:17
    def test_greet(self, create):
        create.return_value = {"choices": [{"message": {"content": "Hello, Bo"}}]}
        self.assertEqual(greet("Bo"), "Hello, Bo")
        self.assertEqual(create.call_args[1]["model"], "gpt-4")

    def test_error(self):
        with mock.patch("openai.ChatCompletion.create", side_effect=openai.error.RateLimitError("slow")):  # OAI104:25 OAI107:69
            with self.assertRaises(openai.error.RateLimitError):  # OAI107:36
                greet("Cy")

    def test_real(self):
        self.assertTrue(greet("Di").endswith("Greet Di"))


suite = unittest.defaultTestLoader.loadTestsFromTestCase(GreetTest)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
print(result.testsRun, "tests,", len(result.failures) + len(result.errors), "bad")
raise SystemExit(0 if result.wasSuccessful() else 4)
